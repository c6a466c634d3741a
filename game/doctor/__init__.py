"""The doctor: whether all that Dangol stands on is there, and whether a model can be a customer."""
