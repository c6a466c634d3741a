"""Texts as they are written into YAML, so that no letter of them can be read as anything else."""

import json
import re
import unicodedata

from game.case.kinds import ID

_PLAIN = re.compile(r"[가-힣A-Za-z][가-힣A-Za-z0-9 .,'()~%·…·-]*[가-힣A-Za-z0-9.)~%…-]")
_READ_OTHERWISE = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    return json.dumps(_UNSEEN.sub("", text), ensure_ascii=False)


def written(text: str) -> str:
    """A text bare where it is plain prose, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _READ_OTHERWISE:
        return text
    return quoted(text)


def comment(text: str, indent: int = 0) -> str:
    """A text as lines of comment, which no line of it can leave."""
    lines = [_UNSEEN.sub("", line).rstrip() for line in text.splitlines()]
    return "\n".join(" " * indent + f"# {line}".rstrip() for line in lines)


def id_of(name: str, taken: set[str], otherwise: str = "node") -> str:
    """An id made from any name, one that is not taken yet; it is taken from then on."""
    plain = unicodedata.normalize("NFC", name).lower().strip()
    parts = [part for part in re.split(r"[^\w]+|_+", plain) if part]
    while parts and not parts[0][0].isalpha():
        parts[0] = parts[0][1:]
        parts = [part for part in parts if part]
    base = "-".join(parts)[:40].strip("-")
    if not ID.fullmatch(base) or base in ("stay", "back"):
        base = otherwise
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    taken.add(found)
    return found
