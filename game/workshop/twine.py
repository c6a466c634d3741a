"""Stories of Twine, read: Twee 3, the HTML that Twine publishes, and Twine 2 JSON.

Only passages, their text and their links are taken over. Macros, variables and hooks are whole
programming languages; what of them stands in a passage is found and told with its line.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from game.errors import DangolError

MOST_BYTES: Final = 16_000_000
MOST_PASSAGES: Final = 5_000


@dataclass(frozen=True, slots=True)
class Link:
    """A link: what it says, the name of the passage it leads to, and its line."""

    text: str
    to: str
    line: int


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that cannot be carried: its line, what it is (a key of the words table), itself."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its name, its text without links and macros, its links, and its first line."""

    name: str
    text: str
    links: tuple[Link, ...]
    line: int


@dataclass(slots=True)
class Twine:
    """A story as it was read; `start` is the name of its first passage."""

    title: str = ""
    start: str = ""
    passages: dict[str, Passage] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def read_twine(text: str) -> Twine:
    """The story in a file's text, of any of the three forms; raises DangolError for none of them."""
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        story = _from_json(text)
    elif re.search(r"<tw-storydata\b", text, re.IGNORECASE):
        story = _from_html(text)
    elif re.search(r"^::", text, re.MULTILINE):
        story = _from_twee(text)
    else:
        raise DangolError("workshop.twine.form")
    if not story.passages:
        raise DangolError("workshop.twine.empty")
    if story.start not in story.passages:
        if story.start:
            story.losses.append(Loss(1, "no-start", story.start))
        named = (name for name in story.passages if name.lower() == "start")
        story.start = next(named, next(iter(story.passages)))
    story.losses.sort(key=lambda loss: loss.line)
    return story


# ------------------------------------------------------------ the three forms

_SPECIAL: Final = frozenset({
    "StoryInit", "StoryCaption", "StoryMenu", "StoryBanner", "StoryAuthor", "StorySubtitle",
    "StorySettings", "StoryIncludes", "StoryInterface", "StoryShare", "PassageHeader",
    "PassageFooter", "PassageReady", "PassageDone", "StoryDisplayTitle",
})  # fmt: skip
_SPECIAL_TAGS: Final = frozenset({
    "script", "stylesheet", "Twine.image", "widget", "annotation", "startup", "header", "footer",
    "debug-header", "debug-footer", "debug-startup",
})  # fmt: skip
_HEADER: Final = re.compile(
    r"^::(?P<name>(?:\\.|[^\[{\\\n])*)(?:\[(?P<tags>(?:\\.|[^\]\\\n])*)\])?\s*(?P<meta>\{.*\})?\s*$"
)


def _from_twee(text: str) -> Twine:
    story = Twine()
    name, tags, body, first = "", "", [], 0
    for number, line in enumerate([*text.splitlines(), "::"], 1):
        if not line.startswith("::"):
            body.append(line[1:] if line.startswith("\\::") else line)
            continue
        if first:
            _take(story, name, tags, "\n".join(body), first + 1)
        match = _HEADER.match(line)
        name = re.sub(r"\\(.)", r"\1", match["name"] if match else line[2:]).strip()
        tags = (match["tags"] or "") if match else ""
        body, first = [], number
    return story


def _take(story: Twine, name: str, tags: str, body: str, line: int) -> None:
    """Takes one passage into the story, or tells that it is none that can be carried."""
    if name == "StoryTitle":
        story.title = body.strip()
    elif name == "StoryData":
        _story_data(story, body, line)
    elif name in _SPECIAL or _SPECIAL_TAGS & set(tags.split()):
        story.losses.append(Loss(line - 1, "special", name))
    elif name in story.passages:
        story.losses.append(Loss(line - 1, "twice", name))
    elif name or body.strip():
        if len(story.passages) >= MOST_PASSAGES:
            raise DangolError("workshop.twine.many", most=MOST_PASSAGES)
        story.passages[name] = _passage(story, name, body, line)
        if tags.strip():
            story.losses.append(Loss(line - 1, "tags", tags.strip()))


def _story_data(story: Twine, body: str, line: int) -> None:
    try:
        data = json.loads(body)
        if isinstance(data, dict) and isinstance(data.get("start"), str):
            story.start = data["start"]
    except (ValueError, RecursionError):
        story.losses.append(Loss(line, "data", "StoryData"))


def _from_json(text: str) -> Twine:
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise DangolError("workshop.twine.form") from error
    story = Twine(title=_text(data, "name"))
    passages = data.get("passages")
    lines = _json_lines(text)
    named: dict[str, str] = {}
    for number, one in enumerate(passages if isinstance(passages, list) else []):
        if not isinstance(one, Mapping):
            continue
        line = lines[number] if number < len(lines) else 1
        tags = one.get("tags", "")
        joined = " ".join(map(str, tags)) if isinstance(tags, list) else str(tags)
        name = _text(one, "name")
        named[str(one.get("pid", number + 1))] = name
        _take(story, name, joined, _text(one, "text"), line + 1)
    start = data.get("start", data.get("startnode", data.get("startNode", "")))
    story.start = named.get(str(start), str(start)) if start is not None else ""
    for key in ("script", "style", "stylesheet"):
        if _text(data, key).strip():
            story.losses.append(Loss(1, "special", key))
    return story


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key, "")
    return value if isinstance(value, str) else ""


def _json_lines(text: str) -> list[int]:
    """The lines on which the texts of passages stand, as near as JSON lets one tell."""
    found = [text.count("\n", 0, one.start()) + 1 for one in re.finditer(r'"text"\s*:', text)]
    return [max(0, line - 1) for line in found]


class _Published(HTMLParser):
    """Takes the passages out of a published story; scripts and styles are told, never run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.story = Twine()
        self.open: dict[str, str] | None = None
        self.body: list[str] = []
        self.line = 0
        self.startnode = ""
        self.names: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "tw-storydata":
            self.story.title, self.startnode = given.get("name", ""), given.get("startnode", "")
        elif tag == "tw-passagedata":
            self.open, self.body, self.line = given, [], self.getpos()[0]
        elif self.open is not None:
            self.body.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tw-passagedata" and self.open is not None:
            name = self.open.get("name", "")
            self.names[self.open.get("pid", "")] = name
            _take(self.story, name, self.open.get("tags", ""), "".join(self.body), self.line)
            self.open = None
        elif self.open is not None:
            self.body.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.open is not None:
            self.body.append(data)


def _from_html(text: str) -> Twine:
    parser = _Published()
    parser.feed(text)
    parser.close()
    story = parser.story
    story.start = parser.names.get(parser.startnode, "")
    for tag, kind in (("script", "script"), ("style", "stylesheet")):
        for one in re.finditer(rf"<{tag}[^>]*\btwine-user-{kind}[^>]*>\s*\S", text):
            if not re.match(rf"<{tag}[^>]*>\s*</{tag}", text[one.start() : one.end() + 20]):
                line = text.count("\n", 0, one.start()) + 1
                story.losses.append(Loss(line, "special", kind))
    return story


# ------------------------------------------------------------ what stands in a passage

_LINK: Final = re.compile(r"\[\[([^\[\]\n]{1,2000}?)\](?:\[([^\[\]\n]{0,2000})\])?\]")
_BETWEEN: Final = (
    ("comment", "/%", "%/"), ("comment", "/*", "*/"), ("comment", "<!--", "-->"),
    ("code", "<%", "%>"), ("code", "<script", "</script>"), ("code", "<style", "</style>"),
)  # fmt: skip
_LOST: Final = (
    ("image", re.compile(r"\[[<>]?img\[[^\[\]\n]{0,2000}\](?:\[[^\[\]\n]{0,2000}\])?\]")),
    ("macro", re.compile(r"<<[^<>\n]{0,2000}>>")),
    ("macro", re.compile(r"\((?:[a-zA-Z][\w-]{1,30}|\$\w+|_\w+):[^()\n]{0,2000}(?:\([^()\n]{0,2000}\)[^()\n]{0,2000})*\)")),
    ("modifier", re.compile(r"^\[(?:if|unless|else|cont|continued?|after|append|align|note|CSS|JavaScript)\b[^\[\]\n]{0,200}\]$", re.MULTILINE)),
    ("insert", re.compile(r"\{(?:[a-z][\w ]{0,30}(?::[^{}\n]{0,500})?|[\w.]{1,60})\}")),
    ("hook", re.compile(r"\|[\w-]{1,40}[>)]\[|\[(?=[^\[\]]{0,4000}\]<[\w-]{1,40}\|)|\]<[\w-]{1,40}\|")),
    ("variable", re.compile(r"(?<![\w$])[$_][A-Za-z][\w.]{0,60}")),
    ("markup", re.compile(r"</?[A-Za-z][^<>\n]{0,2000}>")),
)  # fmt: skip
_MARKS: Final = re.compile(
    r"'''''|'''|''|//|\*\*|~~|(?<!\w)__|__(?!\w)|^!{1,6}\s*|^#{1,6}\s+", re.MULTILINE
)
_MOST_SHOWN: Final = 80


def _passage(story: Twine, name: str, body: str, line: int) -> Passage:
    """A passage from its text; what cannot be carried goes to the losses of the story."""
    links: list[Link] = []
    lines = _Lines(body, line)
    before = len(story.losses)

    def link(match: re.Match[str]) -> str:
        said, to = _parts(match[1])
        where = lines.at(match.start())
        if match[2]:
            story.losses.append(Loss(where, "setter", _short(match.group())))
        if re.match(r"https?://|www\.", to):
            story.losses.append(Loss(where, "outside", _short(match.group())))
        else:
            links.append(Link(said, to, where))
        return ""

    plain = _LINK.sub(link, body)
    for kind, opens, closes in _BETWEEN:
        plain = _without_between(plain, kind, (opens, closes), line, story)
    for kind, pattern in _LOST:
        plain = _without(plain, kind, pattern, line, story)
    if any(loss.kind in ("macro", "hook") for loss in story.losses[before:]):
        plain = re.sub(r"[\[\]]", "", plain)  # what is left of hooks, whose text is kept
    plain = re.sub(r"\\\n", "", _MARKS.sub("", plain))
    tidy = "\n".join(" ".join(one.split()) for one in plain.splitlines())
    return Passage(name, re.sub(r"\n{2,}", "\n", tidy).strip(), tuple(links), max(1, line - 1))


def _without(text: str, kind: str, pattern: re.Pattern[str], line: int, story: Twine) -> str:
    """The text without what matches, which is told; its line breaks stay, so that lines count."""
    lines = _Lines(text, line)

    def lost(match: re.Match[str]) -> str:
        story.losses.append(Loss(lines.at(match.start()), kind, _short(match.group())))
        return "\n" * match.group().count("\n")

    return pattern.sub(lost, text)


def _without_between(text: str, kind: str, marks: tuple[str, str], line: int, story: Twine) -> str:
    """The same for what stands between two marks; a search by pattern would take for ever."""
    opens, closes = marks
    parts, at = [], 0
    lines = _Lines(text, line)
    while (start := text.find(opens, at)) >= 0:
        end = text.find(closes, start + len(opens))
        if end < 0:
            break
        end += len(closes)
        story.losses.append(Loss(lines.at(start), kind, _short(text[start : start + 200])))
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end
    return "".join(parts) + text[at:]


class _Lines:
    """The line of any offset of a text, without counting from its beginning each time."""

    def __init__(self, text: str, first: int) -> None:
        self.first = first
        self.breaks = [one.start() for one in re.finditer("\n", text)]

    def at(self, offset: int) -> int:
        return self.first + bisect_left(self.breaks, offset)


def _parts(inner: str) -> tuple[str, str]:
    """What a link says and where it leads, in the four forms of Twine."""
    for arrow, turned in (("->", False), ("<-", True), ("|", False)):
        if arrow in inner:
            one, other = inner.split(arrow, 1) if turned else inner.rsplit(arrow, 1)
            said, to = (other, one) if turned else (one, other)
            return said.strip(), to.strip()
    return inner.strip(), inner.strip()


def _short(text: str) -> str:
    flat = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return flat if len(flat) <= _MOST_SHOWN else flat[: _MOST_SHOWN - 1] + "…"


def losses_of(story: Twine) -> Iterator[Loss]:
    """Everything that cannot be carried, links that lead nowhere too, by line."""
    broken = [
        Loss(link.line, "no-passage", link.to)
        for passage in story.passages.values()
        for link in passage.links
        if link.to not in story.passages
    ]
    yield from sorted([*story.losses, *broken], key=lambda loss: (loss.line, loss.kind))
