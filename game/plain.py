"""Views as plain lines of text, for the console and for inputs files."""

from collections.abc import Iterator

from game.view.briefing import BriefingView
from game.view.debrief import DebriefView, FindingView
from game.view.dialogue import DialogueView, review_count
from game.view.typed import typed_lines
from game.words import Lang, words


def briefing_lines(view: BriefingView, lang: Lang) -> Iterator[str]:
    """The briefing without the open book."""
    yield from (view.title, view.place, view.source, "", view.brief, *view.care)
    if view.twin:
        yield view.twin
    for text in view.remembered:
        yield words(lang, "console.remembered", text=text)
    if view.scenes:
        yield words(lang, "scene.list", number=len(view.scenes))
    for number, scene in enumerate(view.scenes, 1):
        yield words(
            lang,
            "console.scene-of",
            number=number,
            title=scene.title,
            channel=scene.channel_name,
            touchpoint=scene.touchpoint_name,
        )
    yield ""
    yield " · ".join(part for part in (view.customer, view.about, view.wants) if part)
    bars = ", ".join(f"{name} {bar}" for _, name, bar in view.bars)
    yield words(lang, "console.bars", bars=bars)


def review_lines(view: DialogueView, lang: Lang) -> Iterator[str]:
    """What coach mode says of the scene that has just ended; nothing where there is nothing."""
    if not view.review:
        return
    yield ""
    yield "== " + words(
        lang,
        "console.review",
        scene=words(lang, "scene.over", scene=view.scene_before),
        count=review_count(view.review, lang),
    )
    for one in view.review:
        yield words(lang, "console.review.turn", turn=one.turn, quote=one.quote)
        if one.typed:
            yield from (f"    {text}" for text in typed_lines(one.typed, lang))
        if one.why:
            yield "    " + words(lang, "console.why", why=one.why)
        if one.better:
            yield "    " + words(lang, "console.better", better=one.better)
        if one.marks:
            yield "    " + " | ".join(f"{name} {points:+d}" for name, points in one.marks)
    yield ""


def debrief_lines(view: DebriefView, lang: Lang) -> Iterator[str]:
    """The debrief as lines of text, in the order of its two pages."""
    yield ""
    yield f"== {view.title} · {view.caption}: {view.headline}"
    yield words(lang, "console.handled", handled=view.handled, handled_words=view.handled_words)
    yield words(
        lang, "console.resolved", resolved=view.resolved, resolved_words=view.resolved_words
    )
    yield view.gap
    for fact in view.facts:
        yield "  " + words(lang, f"console.fact.{fact.state}", fact=fact.text)
    for axis in view.axes:
        score = "-" if axis.score is None else axis.score
        yield words(
            lang, "console.axis", name=axis.name, score=score, bar=axis.bar, verdict=axis.verdict
        )
    if view.unread:
        yield view.unread
    if view.how_played:
        yield view.how_played
    yield ""
    yield f"== {words(lang, 'console.findings')}"
    for turn in view.turns:
        if turn.typed:
            yield words(lang, "typed.line", turn=turn.line.turn, quote=turn.line.text)
            yield from (f"  {text}" for text in typed_lines(turn.typed, lang))
        for finding in turn.findings:
            yield from _finding_lines(finding, lang)
    yield from _behind_lines(view, lang)
    yield ""
    yield f"== {words(lang, 'console.figures')}"
    for figure in view.figures:
        yield f"{figure.name} {figure.value} ({figure.scale})"
    yield ""
    yield f"== {words(lang, 'console.afterwards')}"
    for when, text in view.epilogue:
        yield f"{when}: {text}"
    yield view.source


def _behind_lines(view: DebriefView, lang: Lang) -> Iterator[str]:
    """What was hidden, what the customers love and hate, and the principles."""
    if view.hidden or view.tastes:
        yield ""
        yield f"== {words(lang, 'debrief.hidden')}"
    if view.hidden_words:
        yield "  " + view.hidden_words
    for fact in view.hidden:
        yield "  " + words(lang, "console.hidden", text=fact.text, state=fact.state_words)
    for taste in view.tastes:
        loves, hates = (", ".join(one) or "-" for one in (taste.loves, taste.hates))
        key = "console.tastes"
        yield "  " + words(lang, key, customer=taste.customer, loves=loves, hates=hates)
    if view.principles:
        yield ""
        yield f"== {words(lang, 'debrief.principles')}"
    for page in view.principles:
        yield page.title
        yield from (f"  {text}" for text in page.paragraphs)
        yield f"  {page.source}"


def _finding_lines(one: FindingView, lang: Lang) -> Iterator[str]:
    key = "console.points" if one.of is None else "console.points.of"
    points = f"{one.points:+d}" if one.points else "0"
    head = words(lang, key, axis=one.axis_name, points=points, of=one.of)
    if one.tone == "critical":
        head = one.axis_name
    quote = words(lang, "console.quote", quote=one.quote)
    yield f"{words(lang, 'console.turn', turn=one.turn)} {head} {quote}"
    yield f"    {one.why}"
    if one.better:
        yield "    " + words(lang, "console.better", better=one.better)
