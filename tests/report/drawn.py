"""Cases for the tests of the graph: as large as wanted, layered like a real one, or hostile."""

import random
from pathlib import Path
from typing import Final

from game.case.model import Case
from game.case.reading import read_case

_HEAD: Final = """\
case: drawn
format: 1
language: ko
title: {title}
brief: 그림을 보려고 지은 이야기다.
source: {{document: S1}}
season: bench
level: 1
channel: chat
touchpoint: after
fault: none
customer:
  name: 김하늘
  portrait: {{base: woman-30s, hair: long-black, glasses: none}}
  mood: 50
  patience: 5
problem:
  heard: {{weight: 1, text: 손님의 말을 들었다}}
start: n0
leaves: end-lost
nodes:
"""
_SAID: Final = (
    "주문한 셔츠가 구겨져서 왔어요. 내일 면접에 입어야 하는데 어떻게 하죠?",
    "네, 그건 알겠는데요. 제가 묻는 건 그게 아니에요.",
    "지난번에도 똑같은 일이 있었어요. 기억 안 나세요?",
    "그럼 오늘 안에 되나요?",
    "아… 그렇게까지 해 주실 줄은 몰랐어요. 고맙습니다.",
)
_REPLIES: Final = (
    "내일 면접이시라니 마음이 급하시겠어요. 오늘 안에 되는 방법부터 찾을게요.",
    "규정상 교환은 사흘이 걸립니다.",
    "사진을 한 장 보내 주시겠어요? 바로 확인하고 십 분 안에 연락드릴게요.",
    "쿠폰 5천 원을 드릴게요.",
)
_ENDS: Final = {"regular": "solved", "handled": "handled", "back": "returns", "lost": "lost"}
_WIDTH: Final = 5  # nodes a layer

# Everything that a page could take for a part of itself.
HOSTILE: Final = (
    "<script>document.title='taken'</script></script><!-- <img src=x onerror=alert(1)> "
    "\\u003c &lt; {{ 7*7 }} $& %s \"'`><svg onload=alert(1)>"
)


def story(nodes: int, said: str = "", title: str = "주름진 셔츠") -> str:
    """The text of a case with so many nodes: replies lead on by a layer or two, a few lead back."""
    chance = random.Random(7)
    body = nodes - len(_ENDS)

    def on(number: int) -> str:
        low = (number // _WIDTH + 1) * _WIDTH
        high = min(body - 1, low + 2 * _WIDTH - 1)
        if low > high:
            return f"end-{chance.choice(list(_ENDS))}"
        return f"n{chance.randint(low, high)}"

    lines = [_HEAD.format(title=quoted(title))]
    for number in range(body):
        lines.append(f"  n{number}:\n")
        if number % 7 == 5:
            rules = [f"{{if: mood >= {mood}, go: {on(number)}}}" for mood in (60, 30)]
            ways = "".join(f"      - {rule}\n" for rule in (*rules, f"{{go: {on(number)}}}"))
            lines.append(f"    go:\n{ways}")
            continue
        lines.append(f"    say: {quoted(said or chance.choice(_SAID))}\n    replies:\n")
        for reply in range(chance.randint(2, 4)):
            back = number > _WIDTH and chance.random() < 0.06
            to = f"n{chance.randint(0, number - 1)}" if back else on(number)
            when = "        if: mood > 40\n" if chance.random() < 0.15 else ""
            lines.append(
                f"      - id: r{reply}\n"
                f"        say: {quoted(said or chance.choice(_REPLIES))}\n{when}"
                f"        acts: [inform]\n"
                f"        do: [mood {chance.choice((8, 4, -15, -8, 0)):+}]\n"
                f"        why: {quoted(said or '그렇게 말하면 손님은 다시 묻게 된다.')}\n"
                f"        go: {to}\n"
            )
    ends = (f"  end-{name}: {{end: {fate}}}\n" for name, fate in _ENDS.items())
    return "".join([*lines, *ends])


def quoted(text: str) -> str:
    """A text as YAML in double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def drawn(nodes: int, said: str = "", title: str = "주름진 셔츠") -> Case:
    """A case of so many nodes."""
    reading = read_case("drawn.yaml", story(nodes, said, title).encode())
    assert reading.case is not None, reading.problems[:3]
    return reading.case


def written(folder: Path, text: str, name: str = "drawn.yaml") -> Path:
    """A case's file in a folder."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path
