"""Properties: what holds for every play of every case."""
