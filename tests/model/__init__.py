"""Tests that talk to a small language model behind a real server."""
