"""The engine: `advance(case, play, input) -> (play, events)`, pure, over frozen values."""
