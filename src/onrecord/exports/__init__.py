"""The dataset as files for other people's tools, and what describes those files to machines."""
