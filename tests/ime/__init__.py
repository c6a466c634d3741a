"""Hangul typed through a real input method."""
