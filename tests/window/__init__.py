"""The real window on a real X server."""
