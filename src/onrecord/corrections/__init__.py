"""What people decided against the machine's reading: data/corrections.yml replayed at each build.

The corrected reading depends on the machine's reading and on the corrections, never on the order in
which they stand. Refused: a correction that no longer fits. The reading may have changed since it
was made, and whether it still holds is for a person to say: the build stops, with its line.
"""
