"""What people decided or wrote: data/*.yml and *.csv → Curated, or every problem with its line."""

from onrecord.curated.load import CuratedError, default_directory, load_about, load_curated

__all__ = ["CuratedError", "default_directory", "load_about", "load_curated"]
