# ruff: noqa: A005  (imported as tests.site, never as site)
