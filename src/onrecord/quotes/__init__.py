"""The reading engine: an article in, who said what out; no files, no network."""

from onrecord.quotes.find import read_quotes

__all__ = ["read_quotes"]
