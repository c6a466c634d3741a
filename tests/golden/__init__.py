"""Golden plays: scripts beside what they are expected to come to."""
