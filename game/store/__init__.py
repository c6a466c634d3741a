"""What is kept between runs: records in a database, settings in a file, all in one folder."""
