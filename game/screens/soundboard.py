"""Sounds and their captions: any screen may ask for one, the window's soundboard plays it.

The mixer is opened with the first sound that is to be heard, never before: until then no audio
device is touched. A computer without one is told of once, in words, and stays silent.
"""

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import KeyHints
from game.screens.desk import Desk
from game.screens.screen import PageScreen
from game.screens.stack import Screen
from game.sounds import Sound, caption_key, path_of
from game.words import words

ASKED = pygame.USEREVENT + 1
SECONDS = 1.5
_SECONDS_OF_TROUBLE = 5.0


def play(sound: Sound) -> None:
    """Ask for a sound; it is heard and captioned as the settings have it."""
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(ASKED, sound=sound))


class Soundboard:
    """Plays what was asked for and shows its caption at the lower left for a moment."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.caption = ""
        self._seen = ""  # the caption as it was at the last update
        self._icon = ""
        self._left = 0.0
        self._is_mute = False
        self._loaded: dict[Sound, pygame.mixer.Sound | None] = {}

    def on_event(self, event: pygame.event.Event) -> None:
        """Play the sound that an `ASKED` event carries."""
        sound: Sound = event.sound
        if self.desk.captions:
            self._show(words(self.desk.lang, caption_key(sound)), "speaker-high", SECONDS)
        if self.desk.sounds and self._open():
            loaded = self._load(sound)
            if loaded:
                loaded.set_volume(self.desk.volume / 100)
                loaded.play()

    def update(self, seconds: float) -> bool:
        """Pass time; returns whether the caption came or went, so that all is drawn anew."""
        if not self.desk.sounds:
            self._close()
        self._left -= seconds
        if self._left <= 0:
            self.caption = ""
        changed, self._seen = self.caption != self._seen, self.caption
        return changed

    def draw(self, canvas: Canvas, screen: Screen) -> None:
        """Draw the caption at the lower left, in place of the key hints where they are there."""
        if not self.caption:
            return
        if isinstance(screen, PageScreen) and not screen.modal:
            for item in screen.page.items:
                if isinstance(item, KeyHints) and item.rect.w > canvas.width / 2:
                    canvas.cover(item.rect)
                    canvas.fill(item.rect, theme.GROUND)
        size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        room = canvas.width - 2 * theme.MARGIN - size - 36
        style = theme.CAPTION_STRONG
        if canvas.text_width(self.caption, style) > room:
            style = theme.MICRO
        wide, tall = canvas.text_width(self.caption, style), canvas.line(theme.CAPTION) + 10
        middle = 720 - 13 - canvas.grown(22, 1.36) / 2
        box = FRect(theme.MARGIN - 4, middle - tall / 2, wide + size + 36, tall)
        canvas.cover(box)
        canvas.panel(box, box.h / 2, theme.NAVY)
        canvas.icon(self._icon, box.x + 14, box.centery, size, theme.WHITE)
        place = FRect(box.x + 20 + size, box.y, wide + 2, box.h)
        canvas.text(self.caption, place, style, theme.WHITE)

    # ------------------------------------------------------------ within

    def _show(self, caption: str, icon: str, seconds: float) -> None:
        self.caption, self._icon, self._left = caption, icon, seconds

    def _open(self) -> bool:
        """Whether there is a mixer; opens it, or says once that there is no device."""
        if self._is_mute:
            return False
        if pygame.mixer.get_init():
            return True
        try:
            pygame.mixer.init()
        except pygame.error:
            self._is_mute = True
            sentence = words(self.desk.lang, "screen.settings.no-device")
            self._show(sentence, "warning-circle", _SECONDS_OF_TROUBLE)
        return not self._is_mute

    def _close(self) -> None:
        """Give the device back; switching sounds on again looks for one anew."""
        self._is_mute = False
        if pygame.mixer.get_init():
            pygame.mixer.quit()
            self._loaded.clear()

    def _load(self, sound: Sound) -> pygame.mixer.Sound | None:
        """A sound whose file is missing or broken is not heard; its caption is enough."""
        if sound not in self._loaded:
            try:
                self._loaded[sound] = pygame.mixer.Sound(str(path_of(sound)))
            except (pygame.error, OSError):
                self._loaded[sound] = None
        return self._loaded[sound]
