"""The rows of the settings: what is said of each setting, and the control that changes it."""

from collections.abc import Callable, Mapping, Sequence

from pygame import FRect

from game import content
from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.countdown import STRETCH
from game.screens.desk import Desk
from game.screens.speech import speakers
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.people import Face
from game.screens.widgets.surface import Icon, Panel
from game.screens.widgets.switch import Stops, Switch
from game.screens.widgets.tabs import Choice, Segments
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget
from game.words import LANGUAGES

CHAPTERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "reading": ("text-aa", ("lang", "text_scale", "high_contrast", "reduced_motion", "typing")),
    "sound": ("speaker-high", ("sounds", "volume", "captions")),
    "time": ("keyboard", ("timers", "full_screen", "keys")),
    "aloud": ("user-sound", ("voicing", "clipboard")),
    "voice": ("chat-circle-dots", ("customers",)),
    "data": ("lock-simple", ("stored",)),
}
VALUES: Mapping[str, Sequence[object]] = {
    "lang": LANGUAGES,
    "text_scale": theme.TEXT_SIZES,
    "typing": tuple(theme.TYPING),
    "timers": tuple(STRETCH),
    "volume": (0, 20, 40, 60, 80, 100),
}
_SWITCH = (False, True)
_ABOVE = 14.0
_SAMPLE = ("woman-70s_bun-grey_square", "smiling")


def value_of(name: str, index: int) -> object:
    """The value that the `index`-th option of a setting stands for."""
    return VALUES.get(name, _SWITCH)[index]


class Rows:
    """Writes rows into a column; `word` gives the interface's words."""

    def __init__(self, desk: Desk, canvas: Canvas, word: Callable[..., str]) -> None:
        self.desk, self.canvas, self._word = desk, canvas, word

    def add(self, column: Column, name: str) -> None:
        """Title and explanation, the control at the right; below them where it has no room."""
        control = self._control(name, column.width)
        beside = control.rect.w <= column.width * 0.56
        room = column.width - (control.rect.w + theme.GUTTER if beside else 0)
        top = column.top
        words = Column(self.canvas, column.into, column.left, top + _ABOVE, room)
        words.text(self._word(f"settings.{name}"), theme.BODY_STRONG)
        words.text(self._word(f"settings.{name}.text"), theme.CAPTION, theme.MUTED, balanced=True)
        if beside:
            height = max(words.top - top + _ABOVE, control.rect.h + 2 * _ABOVE)
            _move(
                control,
                column.left + column.width - control.rect.w,
                top + (height - control.rect.h) / 2,
            )
        else:
            height = words.top - top + 10 + control.rect.h + _ABOVE
            _move(control, column.left, words.top + 10)
        column.into.append(control)
        column.top = top + height
        self._add_below(column, name)

    def _control(self, name: str, width: float) -> Widget:
        """The control of a setting, somewhere; the row puts it in its place."""
        canvas, label = self.canvas, self._word(f"settings.{name}")
        if name in ("keys", "customers", "stored"):
            word = self._word(f"settings.{name}.open")
            wide = button_width(canvas, word, theme.SMALL_STRONG)
            tall = max(40.0, canvas.line(theme.SMALL_STRONG) + 16)
            return Button(name, word, FRect(0, 0, wide, tall))
        if name not in VALUES:
            return Switch(canvas, name, label, bool(getattr(self.desk, name)))
        options = [self._option(name, value) for value in VALUES[name]]
        if name in ("text_scale", "volume"):
            place = FRect(0, 0, min(width, canvas.grown(340, 1.2)), 0)
            return Stops(canvas, name, place, options, self._at(name), label)
        widest = max(canvas.text_width(option, theme.CAPTION_STRONG) for option in options)
        wide = min(width, len(options) * (widest + canvas.grown(12) + 5 + 28) + 8)
        place = FRect(0, 0, wide, canvas.line(theme.CAPTION) + 20)
        return Segments(canvas, name, place, options, self._at(name), label)

    def _option(self, name: str, value: object) -> str:
        if name == "text_scale":
            percent = round(float(str(value)) * 100)
            return f"{percent} %" if value == self.desk.text_scale else str(percent)
        if name == "volume":
            return f"{value} %" if value == self.desk.volume else str(value)
        return self._word(
            "language." + str(value) if name == "lang" else f"settings.{name}.{value}"
        )

    def _at(self, name: str) -> int:
        """Which of the values is chosen; of numbers, the nearest."""
        now, values = getattr(self.desk, name), VALUES[name]
        if isinstance(now, str):
            return values.index(now)
        return min(range(len(values)), key=lambda at: abs(float(str(values[at])) - now))

    def _add_below(self, column: Column, name: str) -> None:
        """What some rows show besides: a sample of the text size, or how reading aloud stands."""
        if name == "text_scale":
            self._add_sample(column)
        elif name == "voicing":
            found = speakers()
            key = "voicing.by" if found else "voicing.none"
            sentence = self._word(f"settings.{key}", name=found[0].name if found else "")
            self._add_note(column, sentence, theme.BETTER if found else theme.HINT)
        elif name == "customers":
            voice = self.desk.voices.view(self.desk.lang)
            tone = theme.BETTER if voice.state == "on" else theme.HANDLED
            self._add_note(column, voice.sentence, tone)
        elif name == "stored":
            sentence = self._word("settings.stored.where", folder=content.home())
            self._add_note(column, sentence, theme.HANDLED)

    def _add_sample(self, column: Column) -> None:
        canvas = self.canvas
        side = max(40.0, canvas.line(theme.BODY))
        box = FRect(column.left, column.top - 4, column.width, side + 16)
        face = FRect(box.x + 10, box.y + 8, side, side)
        text = Text(
            canvas, self._word("settings.sample"), face.right + 12, 0, box.w - side - 34, theme.BODY
        )
        box.h = max(box.h, text.rect.h + 16)
        text.rect.centery = face.centery = box.centery
        ground = Panel(box, theme.RADIUS_ROW, theme.SUNKEN)
        column.into += [ground, Face(face, *_SAMPLE, radius=theme.RADIUS_NUMBER), text]
        column.top = box.bottom + _ABOVE

    def _add_note(self, column: Column, sentence: str, tone: theme.Tone) -> None:
        canvas = self.canvas
        size = canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        left = column.left + 14 + size + 10
        room = column.left + column.width - 14 - left
        colour = tone.word
        text = Text(canvas, sentence, left, column.top + 6, room, theme.CAPTION, colour)
        box = FRect(column.left, column.top - 4, column.width, text.rect.h + 20)
        icon = Icon(tone.icon, column.left + 14, text.rect.y + text.step / 2, size, colour)
        column.into += [Panel(box, theme.RADIUS_ROW, tone.soft, None), icon, text]
        column.top = box.bottom + _ABOVE


def _move(control: Widget, left: float, top: float) -> None:
    """Move a control with the boxes of its options."""
    by = (left - control.rect.x, top - control.rect.y)
    control.rect.move_ip(by)
    if isinstance(control, Choice):
        control.boxes = [box.move(by) for box in control.boxes]
