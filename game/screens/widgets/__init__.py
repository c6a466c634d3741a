"""Widgets: small retained pieces of a page, each with a role, a label and a value."""
