"""The Datasette plugin: pages, styles and security headers of the published dataset."""
