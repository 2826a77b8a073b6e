"""The dataset as one SQLite file, and everything that describes it."""
