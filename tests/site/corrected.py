"""A data folder with corrections of every sort, built and served in this process."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner

from onrecord.cli import main
from onrecord.ids import quote_id

OUTLETS = "- {id: evening, name: The Evening, url: https://evening.example}\n"
PEOPLE = """\
- {id: ada-lind, name: Ada Lind}
- {id: bo-ek, name: Bo Ek}
"""
HEAD = """\
---
url: https://evening.example/2024/03/0{day}/{slug}
outlet: evening
headline: {headline}
published: '2024-03-0{day}'
---
"""
BRIDGES = """\
Foreign minister Ada Lind spoke to reporters in Norstad after a meeting with her colleagues.

“We will rebuild every bridge in the country before winter comes,” Ada Lind said on Monday.

“My sister lives at 12 Quay Street in the old town,” she said. “The ferries are safe,” she added.

“The ferries will run again in May,” said Cy Holm, who runs the harbour.
"""
FERRIES = """\
The harbour of Norstad is to open again once the ice is gone from the bay and the piers are mended.

“Nobody has seen the piers since the ice came in,” said Cyrus Holm, who runs the harbour.
"""
DOWN = """\
This report was printed by mistake and withdrawn by the paper on the evening of the same day.

“The harbour has been sold to a company from abroad,” Bo Ek said on Tuesday to the reporters.
"""
BRIDGES_ID = "evening-2024-03-05-bridges"
FERRIES_ID = "evening-2024-03-06-ferries"
DOWN_ID = "evening-2024-03-07-sold"
SISTER = "My sister lives at 12 Quay Street in the old town,"
SISTER_ID = quote_id(BRIDGES_ID, "body", SISTER, 1)
SAFE_ID = quote_id(BRIDGES_ID, "body", "The ferries are safe,", 1)
BRIDGE_ID = quote_id(
    BRIDGES_ID, "body", "We will rebuild every bridge in the country before winter comes,", 1
)
MAY_ID = quote_id(BRIDGES_ID, "body", "The ferries will run again in May,", 1)
PIERS_ID = quote_id(FERRIES_ID, "body", "Nobody has seen the piers since the ice came in,", 1)
SOLD_ID = quote_id(DOWN_ID, "body", "The harbour has been sold to a company from abroad,", 1)

_DECIDED = "  source: https://evening.example/note\n  by: the editors\n  made: '2026-11-21'\n"
CORRECTIONS = f"""\
- target: {SISTER_ID}
  field: take_down
  reason: It tells where somebody lives who holds no office.
{_DECIDED}
- target: {DOWN_ID}
  field: take_down
  reason: The paper withdrew the report.
{_DECIDED}
- target: cyrus-holm
  field: merged_into
  after: cy-holm
  reason: The harbour has one head; the two papers spell his first name in two ways.
{_DECIDED}
- target: {BRIDGE_ID}
  field: date_said
  before: 2024-03-04
  after: 2024-03-03/2024-03-04
  reason: The meeting went on past midnight.
{_DECIDED}
- target: {SAFE_ID}
  field: speaker_id
  before: ada-lind
  after: ada-lind, bo-ek
  reason: The two spoke together.
{_DECIDED}
- target: aaaaaaaaaaaa
  field: moved_to
  after: {MAY_ID}
  reason: The digest had a typing error.
{_DECIDED}
- target: port-city
  field: taken_down
  reason: The name was read as somebody's, and is a town's.
{_DECIDED}"""


def build(folder: Path) -> Path:
    """Return a folder like build/, made from the reports above and what was decided of them."""
    data = folder / "data"
    (data / "articles").mkdir(parents=True)
    (data / "outlets.yml").write_text(OUTLETS)
    (data / "people.yml").write_text(PEOPLE)
    (data / "corrections.yml").write_text(CORRECTIONS)
    for day, text in enumerate((BRIDGES, FERRIES, DOWN), start=5):
        slug = ("bridges", "ferries", "sold")[day - 5]
        head = HEAD.format(day=day, slug=slug, headline=f"Lind on {slug}")
        (data / "articles" / f"evening-2024-03-0{day}-{slug}.md").write_text(head + text)
    out = folder / "build" / "onrecord.db"
    result = CliRunner().invoke(main, ["build", "--data", str(data), "--out", str(out)])
    assert result.exit_code == 0, result.output
    return out.parent


def quotes(built: Path) -> list[tuple[str, str]]:
    """Return the id and words of each quote."""
    with closing(sqlite3.connect(built / "onrecord.db")) as connection:
        return list(connection.execute("select id, text from quotes order by rowid"))
