"""Names, days, differences and ids: what holds for any text at all."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.articles.bylines import authors_of, clean_byline
from onrecord.articles.date_lines import read_date_line
from onrecord.articles.datelines import read_dateline
from onrecord.articles.days import day_at, day_in_words, find_days, iso_day
from onrecord.articles.normalise import canonical_url, decode, trim_headline
from onrecord.articles.posts import post_date
from onrecord.curated.values import is_date
from onrecord.ids import quote_id, spoken_words
from onrecord.models import Part
from onrecord.people.cases import nominatives, readings
from onrecord.people.names import exact_key, handles, name_words, sound_key, spellings
from onrecord.utterances.differences import compare, packed
from onrecord.utterances.expressions import find_expressions
from onrecord.utterances.readings import Today
from onrecord.utterances.words import read_words

ODD = [
    " ", "\n", "\t", "\0", "\u200b", "\u2028", "\u202e", "\ufeff", "e\u0301", "ß", "İ", "ǅ", "ﬁ",
    "٣", "Ⅷ", "🚢", "שלום", "她", "’s", "'", "“", "”", "…", ". ", "?!", ",", "-", "—", "|", "(",
]  # fmt: skip
NAMES = [
    "Ann", "Lee", "O’Neill", "von", "der", "Dr.", "J.", "Сергій", "Зеленського", "President", "Jr",
    "@annlee", "(@", "Lee's", "and", "the", "of", "mc", "Zelenskému",
]  # fmt: skip
DAYS = [
    "on", "Monday", "May", "Feb.", "29", "30", "31", "2023", "1900", "0000", "9999", "12/5/2024",
    "2023-02-30", "T24:00", "T23:59Z", "+14:00", "-23:59", "last", "next", "two", "week",
    "ago", "a", "day", "Published", "Updated:", "3.", "mai", "травня", "RIGA", "(News)", "–",
]  # fmt: skip
SAID = ["We", "will", "win", "won’t", "colour", "color", "1,000", "1.5%", "No", "Kyiv", "Kiev", "&"]


def texts(words: list[str]) -> st.SearchStrategy[str]:
    """Return texts of the words and of odd letters, in any order, and texts of anything."""
    pieces = st.lists(st.sampled_from([*words, *ODD, " "]), max_size=20)
    return st.one_of(pieces.map("".join), pieces.map(" ".join), st.text(max_size=40))


names, days, said = texts(NAMES), texts(DAYS), texts(SAID)
stamps = st.datetimes(timezones=st.timezones()).map(lambda moment: moment.isoformat())
zones = st.none() | st.sampled_from(["Europe/Kyiv", "Europe", "../../etc", "\0", "", "a" * 300])


@given(names)
def test_a_name_is_made_of_its_own_words(printed: str) -> None:
    words = name_words(printed)
    assert all(word in printed for word in words)
    assert all(handle in printed.lower() for handle in handles(printed))
    assert all(part in printed or "@" in printed for part in spellings(printed))
    assert len(list(readings(words))) <= 64
    for word in words:
        assert nominatives(word)[0] == word


@given(names)
def test_the_keys_of_a_name_forget_case_and_order(printed: str) -> None:
    words = name_words(printed)
    for key in (exact_key(words), sound_key(words)):
        assert re.fullmatch(r"[a-z0-9 ]*", key)
        assert key == key.strip()
    accents = unicodedata.normalize("NFD", " ".join(words)).split()
    assert exact_key(accents) == exact_key(words)


@given(names)
def test_a_byline_is_cleaned_once_and_for_all(written: str) -> None:
    cleaned = clean_byline(written)
    if cleaned is not None:
        assert cleaned == " ".join(cleaned.split()) != ""
        assert set(re.findall(r"\w+", cleaned)) <= set(re.findall(r"\w+", written))
    authors = authors_of(written)
    assert authors.byline is None or authors.byline in written or authors.agency or "," in written


@given(days | stamps, zones)
@example("0001-01-01T00:00:00+14:00", "America/New_York")
@example("2023-04-20T10:00:00Z", "Europe")
def test_a_day_is_one_of_the_calendar(text: str, zone: str | None) -> None:
    for day in (iso_day(text), day_in_words(text)):
        assert day is None or date.fromisoformat(day)
    assert text.startswith(day_at(text, zone)) or date.fromisoformat(day_at(text, zone))
    for found in find_days(text):
        assert 0 <= found.start < found.end <= len(text)
        assert date(found.year or 2024, found.month, found.day)
    if is_date(text):
        assert date.fromisoformat((text + "-01-01")[:10]).isoformat().startswith(text)


@given(days)
def test_days_in_lines_stand_in_them(line: str) -> None:
    found = [one.day for one in read_date_line(line)]
    if (dateline := read_dateline(line)) and dateline.day:
        found.append(dateline.day)
    for day in found:
        assert day.day in map(int, re.findall(r"\d+", line[day.start : day.end]))
    day_of_post = post_date(line)
    assert day_of_post is None or day_of_post.year in map(int, re.findall(r"\d+", line))


@given(days, st.dates())
def test_expressions_stand_where_they_say(text: str, today: date) -> None:
    for found in find_expressions(text, Today(today)):
        assert text[found.span.start : found.span.end] == found.text
        assert found.period is None or found.period.start <= found.period.end


@settings(max_examples=200)
@given(said, said)
def test_differences_rebuild_both_sides(fullest: str, other: str) -> None:
    relation, similarity, segments = compare(fullest, other)
    keys = [word.key for word in read_words(fullest)], [word.key for word in read_words(other)]
    assert 0 <= similarity <= 1
    if keys[0] == keys[1]:
        assert (relation, similarity, segments) == ("exact", 1.0, ())
        return
    assert relation != "exact"
    assert [word.key for s in segments for word in read_words(s.fullest)] == keys[0]
    assert [word.key for s in segments for word in read_words(s.other)] == keys[1]
    for segment in segments:
        assert segment.fullest in fullest
        assert segment.other in other
        assert (segment.op == "same") == (
            [w.key for w in read_words(segment.fullest)]
            == [w.key for w in read_words(segment.other)]
        )
    shown = [one if isinstance(one, str) else one[1] for one in packed(segments)]
    assert shown == [segment.other for segment in segments]


PARTS: tuple[Part, ...] = ("headline", "body", "post")


@given(said, st.sampled_from(PARTS), st.integers(1, 3))
def test_ids_are_of_the_words_alone(text: str, part: Part, occurrence: int) -> None:
    id_ = quote_id("a", part, text, occurrence)
    assert re.fullmatch("[0-9a-f]{12}", id_)
    # as printed elsewhere, in other marks and with other stops
    words = " ".join(spoken_words(text))
    assert quote_id("a", part, f"“{words}…” ", occurrence) == id_
    others = [quote_id("a", part, text, occurrence + 1), quote_id("b", part, text, occurrence)]
    assert id_ not in others


@given(st.text("ab.wm/?=&#%2é", max_size=40).map("a.example/{}".format))
def test_an_address_is_brought_to_one_form_once(url: str) -> None:
    once = canonical_url(f"https://{url}")
    assert canonical_url(f"http://{once}") == once


@given(st.text(max_size=40))
def test_any_address_has_a_form(url: str) -> None:
    canonical_url(url).encode()
    canonical_url(f"https://{url}").encode()


@given(names, st.none() | names)
def test_a_headline_only_loses_its_end(headline: str, site: str | None) -> None:
    assert headline.strip().startswith(trim_headline(headline, site))


@given(
    st.binary(max_size=200), st.none() | st.text(max_size=40).map("text/html; charset={}".format)
)
def test_bytes_are_text_that_can_be_written_or_none(data: bytes, content_type: str | None) -> None:
    text = decode(data, content_type)
    if text is not None:
        assert "\0" not in text
        text.encode()
