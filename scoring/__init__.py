"""Scoring: a transcript in, a scorecard out. Knows nothing of the game that made the transcript."""
