"""Debriefs to keep, print and hand on, outside the game's own window."""
