from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from onrecord.db.checks import LEAST, check
from onrecord.errors import BuildError
from onrecord.models import Refusal
from tests.db.small import dataset

# what is done to a sound database, and what the check says of it
FAULTS = [
    ("update quotes set speaker_id = 'zed' where kind = 'indirect'", "quotes row .* people lacks"),
    ("delete from outlets where id = 'herald'", "articles row herald-.* outlets lacks"),
    ("update quotes set start_offset = start_offset + 1", "not what stands at its place"),
    ("update quotes set text = 'never again' where text = 'never'", "'never again' at .* of her"),
    ("update quotes set end_offset = 9999 where part = 'headline'", "'Every bridge,' at 1 of eve"),
    ("update quotes set prefix = 'x' || prefix where part = 'headline'", "'Every bridge,' at 1"),
    ("update quotes set suffix = suffix || 'x' where part = 'post'", "'A good day for bridges.'"),
    ("update articles set text = text || ' ' where basis = 'digest'", "the one that was read: ev"),
    ("update articles set text = 'The page.' where basis = 'capture'", "one that was read: he"),
    ("update quotes set speaker_mention = null where kind = 'indirect'", "names: .*: ada-lind"),
    ("update quotes set probability = 1.5 where part = 'post'", "outside 0 to 1: .*: 1.5"),
    ("update candidates set probability = -1", "outside 0 to 1: .*rank 1: -1"),
    ("delete from quote_speakers", "first speaker is not among its speakers"),
    ("update quote_speakers set named = 2", "first speaker is not among its speakers"),
    ("update quotes set speaker_id = null where kind = 'indirect'",
     "named first whom the quote does not give: .*: ada-lind"),
    ("insert into utterances select 'u', text, fullest_id, speaker_id, date_said, date_said_end,"
     " date_precision, event_id, 1, 1, 1 from utterances limit 1", "utterance has no reports: u"),
    ("update utterances set id = 'moved' where quote_count = 3", "an utterance's earliest quote"),
    ("delete from variants where relation = 'reworded'", "in another way than .*, not any"),
    ("update quotes set wording = 'exact' where wording = 'reworded'", "in another way than"),
    ("update quotes set wording = null where wording = 'reworded'", "in another way than"),
    ("update quotes set turn_id = 'gone' where part = 'post'", "a turn .* not exist: .*: gone"),
    ("update quotes set inside_id = 'gone' where part = 'post'", "outer quote does not exist"),
    ("update quotes set inside_id = (select id from quotes where text = 'never')"
     " where part = 'post'", "not in the same article"),
    ("update quotes set outlet_id = 'herald' where part = 'post'", "herald is not the outlet of e"),
    ("update articles set outlet_id = 'herald' where outlet_id = 'evening'",
     "an article is not the one that was read: evening-"),
    ("update quotes set topics = '[]' where part = 'post'", "topics are not those of quote_topics"),
    ("update quotes set topics = '[\"air-defence\"]' where part = 'post'", "topics are not those"),
    ("update quotes set date_said_end = '2024-01-01' where date_said is not null", "a day ends"),
    ("update quotes set date_said_end = null", "has no end: .*: 2024-03-04 to none"),
    ("update quotes set summary_end = 9999 where summary_end is not null", "summary is half"),
    ("update quotes set summary_start = null", "in the summary is half given"),
    ("update corrected_rows set row_id = 'cy' where effect = 'changed'", "not exist: quotes cy"),
    ("update corrected_rows set row_id = 'cy-holm' where effect = 'moved'", "there: people cy-h"),
    ("update corrected_rows set leads_to = 'cy' where effect = 'moved'", "nowhere: .*linde: cy"),
    ("delete from quotes", "too few rows: quotes has 0, at least 1 expected"),
]  # fmt: skip


@pytest.fixture
def written(small: Path) -> Iterator[apsw.Connection]:
    """Return a connection to a copy of the small database, such as the checks are given."""
    with closing(apsw.Connection(str(small))) as stored, closing(apsw.Connection("")) as copy:
        with copy.backup("main", stored, "main") as backup:
            backup.step()
        yield copy


def test_a_sound_database_passes(written: apsw.Connection) -> None:
    check(written, dataset(), LEAST)


@pytest.mark.parametrize(("fault", "said"), FAULTS)
def test_a_fault_is_found(written: apsw.Connection, fault: str, said: str) -> None:
    written.execute(fault)
    assert written.changes() > 0
    with pytest.raises(BuildError, match=said):
        check(written, dataset(), LEAST)


def test_three_rows_are_named_and_no_more(written: apsw.Connection) -> None:
    written.execute("update quotes set text = 'other'")
    with pytest.raises(BuildError) as caught:
        check(written, dataset(), LEAST)
    (problem,) = caught.value.problems
    assert problem.count("'other' at") == 3


def test_broken_digests_are_named_where_they_leave_too_little(
    written: apsw.Connection,
) -> None:
    broken = Refusal("articles/a.md", "invalid-digest", "articles/a.md:3: no such outlet")
    written.execute("delete from quotes")
    with pytest.raises(BuildError) as caught:
        check(written, replace(dataset(), refusals=(broken,)), LEAST)
    assert caught.value.problems[0] == broken.detail
