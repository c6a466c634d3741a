"""The steps that a story test may take, each in Korean and in English, and what they do.

The same table serves `dangol check` and the tests of the shipped cases under pytest-bdd.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final

from game.case.model import Case
from game.engine.inputs import MOST_WAIT, Choose, Input
from game.engine.offers import on_offer
from game.errors import DangolError
from game.listening import shared_ear
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import transcribe
from game.view.lines import Voice, lines_of
from game.view.result import ending_of
from game.words import Lang
from scoring.judge import judge
from scoring.scorecard import Axis, Scorecard


class NotSo(DangolError):
    """An expectation that does not hold; the sentence says what is so instead."""


@dataclass(slots=True)
class Story:
    """One scenario on its way: what was given, and the play once it has begun."""

    case: Case
    language: str = ""
    seed: int = 0
    memory: list[str] = field(default_factory=list)
    _run: Playthrough | None = None

    @property
    def run(self) -> Playthrough:
        """The play; it begins when a step first needs it."""
        if self._run is None:
            case = self.case
            header = Header(
                case.id, case.version, self.seed, Mode.COACH, self.language or case.language,
                "", memory=tuple(self.memory),
            )  # fmt: skip
            self._run = Playthrough(case, header)
        return self._run

    @property
    def lang(self) -> Lang:
        """The language of the play."""
        return "ko" if self.run.header.language == "ko" else "en"

    def card(self) -> Scorecard:
        """The scorecard as the play stands."""
        return judge(transcribe(self.run))

    def heard(self) -> list[str]:
        """Every line that was shown or said, but for the trainee's own."""
        return [one.text for one in lines_of(self.run, self.lang) if one.voice is not Voice.AGENT]


Take = Callable[[Story, Sequence[str]], None]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its form in each language, an example of it, and what it does.

    `kind` is given, when or then. Both forms have the same groups in the same order.
    """

    kind: str
    ko: str
    en: str
    like_ko: str
    like_en: str
    take_groups: Take

    def match(self, text: str) -> tuple[str, ...] | None:
        """What the places of the step hold in `text`, None where it is another step."""
        for form in (self.ko, self.en):
            found = re.fullmatch(form, text.strip())
            if found:
                return tuple(one or "" for one in found.groups())
        return None

    def take(self, story: Story, groups: Sequence[str]) -> None:
        """Takes the step; raises NotSo or DangolError where it cannot be taken or does not hold."""
        self.take_groups(story, groups)


def near_step(text: str) -> str | None:
    """The example of a step that is most like an unknown one."""
    known = [like for step in STEPS for like in (step.like_ko, step.like_en)]
    found = get_close_matches(text, known, n=1, cutoff=0.5)
    return found[0] if found else None


# ------------------------------------------------------------ given


def _language(story: Story, groups: Sequence[str]) -> None:
    language = {"한국어": "ko", "korean": "ko", "영어": "en", "english": "en"}[groups[0].lower()]
    if language not in story.case.languages:
        raise NotSo("workshop.story.no-language", language=groups[0])
    story.language = language


def _seed(story: Story, groups: Sequence[str]) -> None:
    story.seed = int(groups[0])


def _remembers(story: Story, groups: Sequence[str]) -> None:
    if groups[0] not in story.case.remembers:
        raise _unknown(groups[0], story.case.remembers)
    story.memory.append(groups[0])


# ------------------------------------------------------------ when


def _picks(story: Story, groups: Sequence[str]) -> None:
    for reply in re.findall(r'"([^"]+)"', groups[0]):
        if story.run.play.ended:
            raise NotSo("workshop.story.ended", reply=reply, ending=ending_of(story.run))
        offered = [one.id for one in on_offer(story.run.play)]
        node = story.run.case.nodes[story.run.play.node]
        found = node.reply(reply)
        if found is None or found.id not in offered:
            node_id, known = story.run.play.node, ", ".join(offered)
            raise NotSo("workshop.story.no-reply", reply=reply, node=node_id, offered=known)
        story.run.take(Input(0, Choose(found.id)))


def _waits(story: Story, groups: Sequence[str]) -> None:
    story.run.take(Input(min(int(groups[0]), MOST_WAIT), None))


def _types(story: Story, groups: Sequence[str]) -> None:
    ear = shared_ear()
    meant = ear.read(story.run, groups[0]).sure
    story.run.take(Input(0, ear.hear(story.run, groups[0], meant)))


def _goes_back(story: Story, groups: Sequence[str]) -> None:
    story.run.back(int(groups[0]))


# ------------------------------------------------------------ then


def _ends_at(story: Story, groups: Sequence[str]) -> None:
    endings = {node.id: None for node in story.case.nodes.values() if node.end}
    if groups[0] not in endings:
        raise _unknown(groups[0], endings)
    found = ending_of(story.run)
    if found is None:
        raise NotSo("workshop.story.not-ended", node=story.run.play.node)
    if found != groups[0]:
        raise NotSo("workshop.story.other-ending", ending=found)


def _goes_on(story: Story, groups: Sequence[str]) -> None:
    if story.run.play.ended:
        raise NotSo("workshop.story.has-ended", ending=ending_of(story.run))


def _passes(wanted: bool) -> Take:
    def take(story: Story, groups: Sequence[str]) -> None:
        card = story.card()
        if card.passed is not wanted:
            scores = ", ".join(f"{axis} {card.score(axis)}" for axis in _AXES.values())
            key = "workshop.story.failed" if wanted else "workshop.story.passed"
            raise NotSo(key, scores=scores)

    return take


_AXES: Final = {
    "해결": Axis.RESOLUTION, "공감": Axis.EMPATHY, "감사": Axis.GRATITUDE,
    "resolution": Axis.RESOLUTION, "empathy": Axis.EMPATHY, "gratitude": Axis.GRATITUDE,
}  # fmt: skip
_BELOW: Final = ("아래", "미만", "below")


def _scores(story: Story, groups: Sequence[str]) -> None:
    name, bar, way = groups
    score = story.card().score(_AXES[name.lower()])
    if score is None:
        raise NotSo("workshop.story.no-score", axis=name)
    _compare(name, score, int(bar), way)


def _mood(story: Story, groups: Sequence[str]) -> None:
    bar, way = groups
    _compare("mood", story.run.play.mood, int(bar), way)


def _compare(name: str, found: int, bar: int, way: str) -> None:
    if (found >= bar) is (way in _BELOW):
        raise NotSo("workshop.story.score", name=name, score=found)


def _english_order(take: Take) -> Take:
    """English says the way before the number: `at least 80`."""

    def turned(story: Story, groups: Sequence[str]) -> None:
        *first, one, other = groups
        way, bar = (other, one) if one.isdigit() else (one, other)
        take(story, (*first, bar, way))

    return turned


def _solved(wanted: bool) -> Take:
    def take(story: Story, groups: Sequence[str]) -> None:
        for fact in re.findall(r'"([^"]+)"', groups[0]):
            if fact not in story.case.problem:
                raise _unknown(fact, story.case.problem)
            if story.run.play.is_solved(fact) is not wanted:
                key = "workshop.story.unsolved" if wanted else "workshop.story.solved"
                raise NotSo(key, fact=fact)

    return take


def _told(wanted: bool) -> Take:
    def take(story: Story, groups: Sequence[str]) -> None:
        if groups[0] not in story.case.hidden:
            raise _unknown(groups[0], story.case.hidden)
        if (groups[0] in story.run.play.told) is not wanted:
            key = "workshop.story.untold" if wanted else "workshop.story.told"
            raise NotSo(key, secret=groups[0])

    return take


def _heard(wanted: bool) -> Take:
    def take(story: Story, groups: Sequence[str]) -> None:
        lines = story.heard()
        if any(groups[0] in line for line in lines) is not wanted:
            key = "workshop.story.unheard" if wanted else "workshop.story.heard"
            raise NotSo(key, line=groups[0], last=lines[-1] if lines else "")

    return take


def _offered(wanted: bool) -> Take:
    def take(story: Story, groups: Sequence[str]) -> None:
        ids = [one.id for one in on_offer(story.run.play)]
        if (groups[0] in ids) is not wanted:
            known, node = ", ".join(ids), story.run.play.node
            raise NotSo("workshop.story.offer", node=node, offered=known)

    return take


def _unknown(name: str, known: Any) -> NotSo:
    return NotSo("workshop.story.unknown", name=name, known=", ".join(known))


_ID = r'"([^"]+)"'
_IDS = r'("[^"]+"(?:,? (?:그리고 |and )?"[^"]+")*)'

STEPS: Final = (
    Step("given", r"(한국어|영어)로 한다", r"it is played in (Korean|English)",
         "영어로 한다", "it is played in English", _language),
    Step("given", r"시드는 (\d{1,9})(?:이다|다)?", r"the seed is (\d{1,9})",
         "시드는 7이다", "the seed is 7", _seed),
    Step("given", rf"{_ID}[을를] 기억한다", rf"{_ID} is remembered",
         '"wrote-back"을 기억한다', '"wrote-back" is remembered', _remembers),
    Step("when", rf"{_IDS}[을를] (?:차례로 )?고른다", rf"the trainee picks {_IDS}",
         '"listen", "file-it"을 차례로 고른다', 'the trainee picks "listen", "file-it"', _picks),
    Step("when", r"(\d{1,5})초 동안 말이 없다", r"the trainee is silent for (\d{1,5}) seconds?",
         "40초 동안 말이 없다", "the trainee is silent for 40 seconds", _waits),
    Step("when", rf"{_ID}(?:이라고|라고) (?:직접 )?쓴다", rf"the trainee types {_ID}",
         '"지금 찾아볼게요"라고 쓴다', 'the trainee types "I will look for it now"', _types),
    Step("when", r"(\d{1,3})번째 답으로 되감는다", r"the trainee goes back to reply (\d{1,3})",
         "2번째 답으로 되감는다", "the trainee goes back to reply 2", _goes_back),
    Step("then", rf"결말은 {_ID}(?:이다|다)?", rf"the ending is {_ID}",
         '결말은 "end-regular"이다', 'the ending is "end-regular"', _ends_at),
    Step("then", r"아직 끝나지 않는다", r"the case goes on",
         "아직 끝나지 않는다", "the case goes on", _goes_on),
    Step("then", r"통과한다", r"the play is passed", "통과한다", "the play is passed", _passes(True)),
    Step("then", r"통과하지 못한다", r"the play is not passed",
         "통과하지 못한다", "the play is not passed", _passes(False)),
    Step("then", r"(해결|공감|감사)[은는] (\d{1,3})점? (이상|아래|미만)(?:이다)?",
         r"(resolution|empathy|gratitude) is (at least|below) (\d{1,3})",
         "공감은 80점 이상이다", "empathy is at least 80", _english_order(_scores)),
    Step("then", r"기분은 (\d{1,3}) (이상|아래|미만)(?:이다)?", r"the mood is (at least|below) (\d{1,3})",
         "기분은 70 이상이다", "the mood is at least 70", _english_order(_mood)),
    Step("then", rf"{_IDS}[이가] 풀렸다", rf"{_IDS} (?:is|are) solved",
         '"on-record"가 풀렸다', '"on-record" is solved', _solved(True)),
    Step("then", rf"{_IDS}[이가] 풀리지 않았다", rf"{_IDS} (?:is|are) not solved",
         '"on-record"가 풀리지 않았다', '"on-record" is not solved', _solved(False)),
    Step("then", rf"{_ID}[을를] 털어놓았다", rf"{_ID} is told",
         '"club"을 털어놓았다', '"club" is told', _told(True)),
    Step("then", rf"{_ID}[을를] 털어놓지 않았다", rf"{_ID} is not told",
         '"club"을 털어놓지 않았다', '"club" is not told', _told(False)),
    Step("then", rf"{_ID}(?:이라는|라는|란) 말이 들린다", rf"{_ID} is heard",
         '"문자 왔습니다"라는 말이 들린다', '"The text came" is heard', _heard(True)),
    Step("then", rf"{_ID}(?:이라는|라는|란) 말이 들리지 않는다", rf"{_ID} is not heard",
         '"문자 왔습니다"라는 말이 들리지 않는다', '"The text came" is not heard', _heard(False)),
    Step("then", rf"{_ID}[을를] 고를 수 있다", rf"the trainee can pick {_ID}",
         '"listen"을 고를 수 있다', 'the trainee can pick "listen"', _offered(True)),
    Step("then", rf"{_ID}[을를] 고를 수 없다", rf"the trainee cannot pick {_ID}",
         '"listen"을 고를 수 없다', 'the trainee cannot pick "listen"', _offered(False)),
)  # fmt: skip
