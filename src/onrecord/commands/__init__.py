"""The commands that read: arguments in, one call, a listing or one JSON object a line out."""
