"""The database for an archive that keeps things for ever: without what is not ours to give.

Quoted words, headlines and names stay, as short quotations with their source; so does all that we
wrote or decided. Whoever has the pages finds the rest by the offsets and the hash of each page.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from onrecord.db.schema import search_index
from onrecord.db.tables import TABLES

_CAPTURED = "(select id from articles where basis = 'capture')"
_TOLD = f"select id from quotes where kind = 'indirect' and article_id in {_CAPTURED}"

WITHHELD: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "the words of a page around a quote": (
            f"update quotes set prefix = '', suffix = '' where article_id in {_CAPTURED}",
        ),
        "paraphrases in captured pages: the reporters' own sentences": (
            f"""update variants set differences = null where utterance_id in
              (select utterance_id from quotes where id in ({_TOLD}))""",
            f"""update utterances set text = '' where exists (
              select 1 from quotes where utterance_id = utterances.id and id in ({_TOLD})
              and instr(utterances.text, quotes.text))""",
            f"update quotes set text = '' where id in ({_TOLD})",
        ),
        "texts of pages under an open licence: it is theirs, not ours": (
            "update articles set text = null, rights = null where basis = 'capture'",
        ),
    }
)


def write_minimal(database: Path, path: Path) -> None:
    """Write the database to `path` without what is withheld; the same input gives the same bytes.

    `path` must not be what stands there already.
    """
    shutil.copyfile(database, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("pragma journal_mode = off; pragma secure_delete = on;")
        for statements in WITHHELD.values():
            for statement in statements:
                connection.execute(statement)
        for table in TABLES:
            if table.search:
                index = search_index(table)
                connection.execute(f"insert into {index}({index}) values ('rebuild')")
        connection.execute("analyze")
        connection.execute("vacuum")
