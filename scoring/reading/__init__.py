"""Reading what a trainee typed."""
