"""The picture of the tables leaves out nothing that holds two of them together."""

from __future__ import annotations

from onrecord.db.tables import TABLES
from onrecord.site.schema_picture import PLACES, schema_picture


def test_every_reference_between_tables_shown_is_a_line() -> None:
    wanted = {
        (table.name, column.references)
        for table in TABLES
        for column in table.columns
        if table.name in PLACES and column.references in PLACES and column.references != table.name
    }
    drawn = {
        (line.title.partition(".")[0], line.title.rpartition(" ")[2])
        for line in schema_picture().lines
    }
    assert drawn == wanted


def test_no_two_tables_stand_in_one_place_and_all_stand_inside() -> None:
    picture = schema_picture()
    assert len({(box.x, box.y) for box in picture.boxes}) == len(picture.boxes) == len(PLACES)
    assert all(box.x + picture.box_width <= picture.width for box in picture.boxes)
    assert all(box.y + picture.box_height <= picture.height for box in picture.boxes)
