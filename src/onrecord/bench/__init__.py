"""How fast it is, and what it costs on texts made to be slow: `scripts/bench`."""
