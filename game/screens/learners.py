"""The learners of this computer: choose one, make a new one, change or remove one."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, key_hints, top_bar
from game.screens.desk import Desk
from game.screens.modal import CLOSE, Modal
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.faces import FaceChoice
from game.screens.widgets.learner_row import LearnerRow
from game.screens.widgets.surface import card
from game.screens.widgets.text import Column
from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.widget import Intent, Picked, Pressed, Submitted
from game.view.title import NAME_LIMIT, LearnerTile

_NEW = ""


class LearnersScreen(PageScreen):
    """Everybody at the left; at the right the form for a new learner or the one being changed."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self.entry = TextEntry("name", NAME_LIMIT, keeps=True)
        self.changing = _NEW
        self.face = 0
        self._asked = ""
        self.reload()
        self.face = self._free_face()

    def load(self) -> None:
        """Ask who practises here."""
        self.learners = self.desk.learners(self.lang)

    def _free_face(self) -> int:
        """The first face that nobody has yet."""
        taken = {one.portrait for one in self.learners}
        cast = self.canvas.pictures.cast
        return next((at for at, portrait in enumerate(cast) if portrait not in taken), 0)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """List and form side by side, or one below the other with large text."""
        canvas = self.canvas
        title, caption = self.word("learner.title"), self.word("learner.caption")
        top = top_bar(self.page, canvas, self.word("back"), title, caption)
        box = content_box(canvas, top)
        left = FRect(box.x, box.y, (box.w - theme.GUTTER) * 0.5, box.h)
        x = left.right + theme.GUTTER
        self._list(left)
        self._form(FRect(x, box.y, box.right - x, box.h))
        keys = (("tab", "next"), ("arrows", "learner.hint.faces"), ("enter", "learner.hint.choose"))
        hints = [(self.word(f"key.{key}"), self.word(_hint(mean))) for key, mean in keys]
        hints += [(self.word("key.f1"), self.word("hint.f1"))]
        hints += [(self.word("key.esc"), self.word("hint.back"))]
        key_hints(self.page, canvas, hints)
        self.page.finish("name")

    def _list(self, box: FRect) -> None:
        self.page.add(card(box))
        head = Column(self.canvas, self.page.items, box.x + 24, box.y + 16, box.w - 48)
        head.text(self.word("learner.people"), theme.H3)
        area = FRect(head.left, head.top + 12, head.width - 8, box.bottom - 28 - head.top)
        view = self.page.scroll("people", area, theme.WHITE)
        column = Column(self.canvas, view.items, area.x, 2, area.w - 4)
        for learner in self.learners:
            self._row(column, learner)

    def _row(self, column: Column, learner: LearnerTile) -> None:
        note = learner.note if learner.id else self.word("learner.guest-text")
        place = FRect(column.left, column.top, column.width, 0)
        column.add(LearnerRow(self.canvas, learner, note, self.word("learner.chosen"), place))
        if learner.id:
            column.gap(6)
            tall, at = self.canvas.line(theme.CAPTION_STRONG) + 12, column.left + column.width
            for name, icon in (("remove", "trash"), ("edit", "pencil-simple-line")):
                label, style = self.word(f"learner.{name}"), theme.CAPTION_STRONG
                wide = button_width(self.canvas, label, style, 1)
                at -= wide
                button = Button(
                    f"{name}:{learner.id}", label, FRect(at, column.top, wide, tall), "quiet",
                    icon, style=style, radius=theme.RADIUS_ROW,
                )  # fmt: skip
                column.into.append(button)
                at -= theme.NEAR
            column.top += tall
        column.gap(theme.GAP)

    def _form(self, box: FRect) -> None:
        """Name, face and the primary button."""
        canvas, is_new = self.canvas, self.changing == _NEW
        self.page.add(card(box))
        tall = max(48.0, canvas.line(theme.H3) + 20)
        inner = FRect(box.x + 24, box.y + 16, box.w - 48, 0)
        column = Column(canvas, self.page.items, inner.x, inner.y, inner.w)
        column.text(self.word("learner.new" if is_new else "learner.change"), theme.H3)
        text = self.word("learner.new-text" if is_new else "learner.change-text")
        column.text(text, theme.CAPTION, theme.MUTED, balanced=True)
        column.gap(14)
        column.text(self.word("learner.name"), theme.CAPTION_STRONG, theme.MUTED)
        column.gap(6)
        self.entry.rect = FRect(inner.x, column.top, inner.w, canvas.line(theme.BODY) + 24)
        self.entry.label = self.word("learner.name")
        self.entry.hint = self.word("learner.name-hint")
        column.add(self.entry)
        column.gap(14)
        column.text(self.word("learner.face"), theme.CAPTION_STRONG, theme.MUTED)
        column.gap(4)
        bottom = box.bottom - 20 - tall
        area = FRect(inner.x, column.top, inner.w - 8, bottom - 16 - column.top)
        view = self.page.scroll("faces", area, theme.WHITE)
        place = FRect(area.x + 4, 8, area.w - 12, 0)
        cast = canvas.pictures.cast
        if cast:
            label = self.word("learner.face")
            view.items.append(FaceChoice("face", place, cast, self.face, label))
        self._buttons(FRect(inner.x, bottom, inner.w, tall))

    def _buttons(self, box: FRect) -> None:
        """The primary button at the lower right; beside it the way out of a change."""
        canvas, is_new = self.canvas, self.changing == _NEW
        label = self.word("learner.create" if is_new else "learner.save")
        wide = button_width(canvas, label, theme.SMALL_STRONG) + 16
        place = FRect(box.right - wide, box.y, wide, box.h)
        if not is_new:
            label_out = self.word("learner.cancel")
            width = button_width(canvas, label_out, theme.SMALL_STRONG)
            at = FRect(place.x - 12 - width, box.y, width, box.h)
            self.page.add(Button("cancel", label_out, at))
        self.page.add(Button("save", label, place, "primary"))

    # ------------------------------------------------------------ moves

    def on_intent(self, intent: Intent) -> Change | None:
        """Choose, save, change or remove."""
        match intent:
            case Picked("face", index):
                self.face = index
                self.changed(reload=False)
            case Submitted("name", text):
                return self._save(text)
            case Pressed("save"):
                self.entry.leave()
                return self._save(self.entry.line.text)
            case Pressed("cancel"):
                self._change(_NEW)
            case Pressed(name) if name == BACK:
                return Pop()
            case Pressed(name):
                return self._press(*name.partition(":")[::2])
        return None

    def _press(self, what: str, learner: str) -> Change | None:
        if what == "learner":
            self.desk.choose_learner(learner)
            return Pop()
        if what == "edit":
            self._change(learner)
        elif what == "remove":
            self._asked = learner
            self.open(self._sure(learner))
        return None

    def _save(self, name: str) -> Change | None:
        """A new learner begins at once; a change goes back to the list."""
        self.entry.error = self.desk.people.problem(name, self.changing, self.lang)
        if self.entry.error:
            self.page.set_focus("name")
            self.changed(reload=False)
            return None
        portrait = self.canvas.pictures.cast[self.face] if self.canvas.pictures.cast else ""
        if self.changing == _NEW:
            self.desk.people.add(name, portrait)
            return Pop()
        self.desk.people.change(self.changing, name, portrait)
        self._change(_NEW)
        return None

    def _change(self, learner: str) -> None:
        """Fill the form: with a learner's name and face, or anew."""
        self.entry.line.take()
        self.entry.error = ""
        self.changing = learner
        self.reload()
        self.face = self._free_face()
        found = next((one for one in self.learners if one.id == learner and learner), None)
        if found:
            self.entry.line.paste(found.name)
            cast = self.canvas.pictures.cast
            self.face = cast.index(found.portrait) if found.portrait in cast else self.face
        self.entry.settle()
        self.changed(reload=False)
        self.prepare()
        self.page.set_focus("name")

    def _sure(self, learner: str) -> Modal:
        name = next((one.name for one in self.learners if one.id == learner), "")

        def fill(column: Column) -> None:
            text = self.word("learner.remove-text", name=name)
            column.text(text, theme.BODY, theme.INK_SOFT, balanced=True)

        remove = ("remove", self.word("learner.remove-yes"), "second")
        buttons = (remove, (CLOSE, self.word("learner.cancel"), "primary"))
        return Modal(self.word("learner.remove-title", name=name), fill, buttons, 520)

    def on_modal(self, name: str) -> Change | None:
        """Remove the learner who was asked about."""
        if name == "remove":
            self.desk.remove_learner(self._asked)
            self._change(_NEW)
        return None


def _hint(name: str) -> str:
    return name if "." in name else f"hint.{name}"
