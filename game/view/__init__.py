"""Pure view-models: what a screen or the console shows, computed from a play and its scorecard."""
