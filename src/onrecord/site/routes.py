"""The addresses that are ours beside Datasette's, and what answers each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from onrecord.site import assets, cards, cite, crawlers, docs, downloads, feeds, reconcile, search
from onrecord.site.pages.home import show_home

View = Callable[..., Awaitable[Any]]

ROUTES: tuple[tuple[str, View], ...] = (
    (r"/$", show_home),
    (rf"{assets.PREFIX}(?P<name>[\w.-]+)$", assets.serve_asset),
    (r"/search$", search.search),
    (r"/feed\.atom$", feeds.everybody),
    (r"/feed/(?P<person>[\w-]+)\.atom$", feeds.one_person),
    (r"/cite/(?P<quote>[0-9a-f]+)\.(?P<form>bib|json)$", cite.citation),
    (r"/card/(?P<quote>[0-9a-f]+)\.png$", cards.card),
    (rf"{downloads.PATH}$", downloads.page),
    (rf"{downloads.PATH}/(?P<name>[\w./-]+)$", downloads.file),
    (r"/docs$", docs.contents),
    (r"/docs/(?P<name>[a-z]+)$", docs.document),
    (rf"{reconcile.PATH}$", reconcile.reconcile),
    (rf"{reconcile.PATH}{reconcile.SUGGEST}$", reconcile.suggest),
    (r"/robots\.txt$", crawlers.robots),
    (r"/sitemap\.xml$", crawlers.sitemap_index),
    (r"/sitemap-(?P<table>[a-z]+)-(?P<number>\d{1,6})\.xml$", crawlers.sitemap),
    (r"/llms\.txt$", crawlers.llms),
)
