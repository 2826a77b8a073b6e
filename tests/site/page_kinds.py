"""One page of every kind that the site has: for tests, and for the pictures in docs/screenshots."""

from __future__ import annotations

import sqlite3

# Each page by what it is: an address, or a query for one.
PAGES = {
    "home": "/",
    "data": "/onrecord",
    "quotes with facets": "/onrecord/quotes?_facet=speaker_id&_facet=kind&_size=20",
    "quotes, all columns": "/onrecord/quotes?_columns=all&_size=10",
    "reports": "/onrecord/articles",
    "people": "/onrecord/people",
    "sources": "/onrecord/sources",
    "search": "/search?q=nato",
    "search in vain": "/search?q=qqqzzz",
    "ready question": "/onrecord/same_words_in_two_outlets",
    "sql": "/onrecord?sql=select+*+from+quotes+limit+10",
    "not found": "/onrecord/quotes/000000000000",
    "downloads": "/downloads",
    "documents": "/docs",
    "document": "/docs/methods",
    "dashboard": "/-/dashboards/overview",
    "quote": "select '/onrecord/quotes/' || id from quotes where kind = 'direct'"
    " order by word_count desc limit 1",
    "utterance": "select '/onrecord/utterances/' || id from utterances"
    " order by outlet_count desc, id limit 1",
    "person": "/onrecord/people/volodymyr-zelenskyy",
    "institution": "/onrecord/people/kremlin",
    "article": "select '/onrecord/articles/' || min(id) from articles",
    "outlet": "select '/onrecord/outlets/' || outlet_id from articles limit 1",
    "event": "select '/onrecord/events/' || max(event_id) from quotes",
    "topic": "select '/onrecord/topics/' || topic_id from quote_topics limit 1",
}


def address_of(kind: str, database: sqlite3.Connection) -> str:
    """Return the address of the page of a kind; the database says which row is shown."""
    page = PAGES[kind]
    if page.startswith("/"):
        return page
    (address,) = database.execute(page).fetchone()
    return str(address)
