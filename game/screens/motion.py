"""Motion: values on their way to where they belong, by name; they outlive the layout.

Nothing here draws. With motion reduced every value is where it belongs at once.
"""

QUICK = 0.12  # seconds: hover and focus
FADE = 0.16  # one face into another
ENTER = 0.2  # a card or page
FILL = 0.4  # a bar
TRAVEL = 8.0  # design units that a page comes up by


class Track:
    """One value on its way; it slows down as it arrives."""

    def __init__(self, value: float) -> None:
        self.goal = value
        self._start, self._past, self._seconds = value, 0.0, 0.0

    @property
    def is_moving(self) -> bool:
        """Whether it has not arrived."""
        return self._past < self._seconds

    @property
    def value(self) -> float:
        """Where it is now."""
        if not self.is_moving:
            return self.goal
        left = 1 - self._past / self._seconds
        return self.goal + (self._start - self.goal) * left**3

    def aim(self, goal: float, seconds: float) -> None:
        """Set out for another value from where it is now."""
        self._start, self.goal = self.value, goal
        self._past, self._seconds = 0.0, seconds

    def pass_time(self, seconds: float) -> None:
        """Move on."""
        self._past += seconds


class Motion:
    """The tracks of one page; `is_still` makes each arrive at once."""

    def __init__(self) -> None:
        self.is_still = False
        self._tracks: dict[str, Track] = {}
        self._shown: dict[str, tuple[str, str]] = {}

    def towards(self, name: str, goal: float, seconds: float, start: float | None = None) -> Track:
        """The track called `name`, on its way to `goal`; a new one sets out from `start`."""
        track = self._tracks.get(name)
        if track is None:
            track = self._tracks[name] = Track(goal if start is None else start)
        if track.goal != goal:
            track.aim(goal, 0.0 if self.is_still else seconds)
        return track

    def swap(self, name: str, shown: str, seconds: float) -> tuple[str, Track]:
        """What `name` showed before, and how far (0 to 1) `shown` has taken its place."""
        before, now = self._shown.get(name, (shown, shown))
        if now != shown:
            before, now = now, shown
            self.forget(name)
        self._shown[name] = (before, now)
        return before, self.towards(name, 1.0, seconds, 1.0 if before == now else 0.0)

    def forget(self, name: str) -> None:
        """Let the track called `name` set out anew the next time it is asked for."""
        self._tracks.pop(name, None)

    def pass_time(self, seconds: float) -> bool:
        """Move everything on; returns whether there is anything new to draw."""
        moving = [track for track in self._tracks.values() if track.is_moving]
        for track in moving:
            track.pass_time(seconds)
        return bool(moving)
