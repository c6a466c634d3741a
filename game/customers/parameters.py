"""One call of Chat Completions, with the parameters that this very server and model know.

Newer models of OpenAI refuse `max_tokens` and know `max_completion_tokens`, which many other
servers pass over in silence; some take no temperature. What was refused once is not sent again.
"""

from typing import TYPE_CHECKING, Any, Final

from game.customers.servers import Server

if TYPE_CHECKING:
    from openai import OpenAI

# Models that know the newer name think aloud before they answer, and that counts too.
ROOM_TO_THINK: Final = 8
_MAY_BE_REFUSED: Final = ("max_tokens", "temperature", "seed")
_REFUSED: dict[Server, frozenset[str]] = {}


def created(client: "OpenAI", server: Server, **asked: Any) -> Any:
    """The answer to one call; raises what the package raises."""
    while True:
        known = _REFUSED.get(server, frozenset())
        try:
            return client.chat.completions.create(model=server.model, **_fitting(asked, known))
        except Exception as error:
            refused = _refused_by(error, asked)
            if refused is None or refused in known:
                raise
            _REFUSED[server] = known | {refused}


def _fitting(asked: dict[str, Any], refused: frozenset[str]) -> dict[str, Any]:
    fitting = {name: value for name, value in asked.items() if name not in refused}
    if "max_tokens" in refused:
        fitting["max_completion_tokens"] = ROOM_TO_THINK * asked["max_tokens"]
    return fitting


def _refused_by(error: Exception, asked: dict[str, Any]) -> str | None:
    """The parameter that an error of the server names, if we can do without."""
    if getattr(error, "status_code", None) not in (400, 422, 500):
        return None
    named = f"{getattr(error, 'param', None) or error}"
    return next((one for one in _MAY_BE_REFUSED if one in asked and one in named), None)
