"""Good files made bad in all the ways that hands, editors and enemies make them bad."""

from __future__ import annotations

from hypothesis import strategies as st

YAML = [
    "[", "]", "{", "}", "- ", ": ", "? ", ", ", "#", "&a ", "*a", "!!int ", "|\n", ">-\n", "'", '"',
    "\n", "\n\n", "  ", "\t", "---\n", "...\n", "%YAML 9.9\n", "<<: ", "~", "null", "NO", "1e999",
    "0000-00-00", "2023-02-30", "٢٠٢٣", "\\ud800", "\0", "\x07", "\ufeff", "\r", "\u2028", "[" * 60,
    "- {id: a, name: b}\n", "id: ann-lee\n", "names: 7\n", "🚢", "é", "url: http://[\n",
]  # fmt: skip
CSV = [
    ",", '"', '""', "\n", "\r", "\r\n", "\0", "\ufeff", ";", "\t", "'", "é", "🚢", "\u2028", "\x1a",
    '"\n"', ',"', '",', "https://a.example/3", "2023-02-30", "x" * 140_000,
]  # fmt: skip
JSON = [
    "{", "}", "[", "]", ":", ",", '"', "null", "true", "1e999", "-", "NaN", "\\ud800", "\\u0000",
    "\0", "[" * 3_000, "9" * 5_000, "\n", "\ufeff", '"url": "http://["', '"file": "../a"',
]  # fmt: skip


def mangled(good: str, pieces: list[str]) -> st.SearchStrategy[bytes]:
    """Return files that begin as a good one: some of it changed, or of pieces alone."""
    place = st.integers(0, len(good))
    changes = st.lists(
        st.tuples(place, st.integers(0, 40), st.sampled_from([*pieces, ""])), min_size=1, max_size=4
    )
    return st.one_of(
        changes.map(lambda made: _changed(good, made).encode()),
        changes.map(lambda made: _changed(good, made).encode("utf-16")),
        st.tuples(place, st.binary(max_size=6)).map(
            lambda made: good.encode()[: made[0]] + made[1] + good.encode()[made[0] :]
        ),
        st.lists(st.sampled_from(pieces), max_size=30).map(lambda some: "".join(some).encode()),
    )


def _changed(good: str, changes: list[tuple[int, int, str]]) -> str:
    for place, taken, put in changes:
        good = good[:place] + put + good[place + taken :]
    return good
