"""Dangol: a training simulation for customer experience. The game: cases, play, screens."""

__version__ = "0.2.0"
