"""Pages, scraped text and digests → Articles, or Refusals with a reason."""
