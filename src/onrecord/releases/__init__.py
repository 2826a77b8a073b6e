"""A version to be cited: what changed since the last one, and a bundle for an archive."""
