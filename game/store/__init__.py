"""What is kept between runs: plays and settings, as files in the user's data folder."""
