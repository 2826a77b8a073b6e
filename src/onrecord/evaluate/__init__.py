"""What the engine reads, held against texts in which people marked every attribution."""
