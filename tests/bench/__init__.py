"""Measurements, run by hand and by the closing notes: not tests, since machines differ."""
