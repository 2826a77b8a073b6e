"""data/gold/topics.csv → how right the topics are, each measured by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.evaluate.labels import ALL, Labelled, label_scores
from onrecord.evaluate.rows import Row, read_rows
from onrecord.models import Topic, TopicScore
from onrecord.utterances.topics import TopicFinder

FILE = Path("gold", "topics.csv")
COLUMNS = ("split", "topics", "words", "headline", "quote_id")


def judge_topics(path: Path, topics: Sequence[Topic]) -> list[Labelled]:
    """Return each hand-checked row with its right topics and those it is given.

    Raises RowsError where the file can't be read or names an unknown topic.
    """
    finder = TopicFinder(topics)
    known = {topic.id for topic in topics}
    rows = read_rows(path, COLUMNS, lambda row: _complaints(row, known))
    return [_judge(row, finder) for row in rows]


def topic_scores(data: Path, topics: Iterable[Topic]) -> dict[str, TopicScore]:
    """Return what is known of each topic's rightness from the data folder's own checked rows.

    A folder without such rows, or a topic that none of them has, gives nothing.
    """
    listed = [*topics]
    path = data / FILE
    if not path.is_file():
        return {}
    scores = label_scores(judge_topics(path, listed), (topic.id for topic in listed))
    return {
        label: TopicScore(score.precision, score.recall, score.given)
        for label, by_split in scores.items()
        if label != ALL and (score := by_split[ALL]).given
    }


def _judge(row: Row, finder: TopicFinder) -> Labelled:
    hits = finder.find(row["words"], row["headline"])
    return Labelled(
        split=row["split"],
        text=row["words"],
        wanted=frozenset(row["topics"].split()),
        given=frozenset(hit.topic_id for hit in hits),
    )


def _complaints(row: Mapping[str, str], known: set[str]) -> Iterator[str]:
    for topic in row["topics"].split():
        if topic not in known:
            yield f"`{topic}` is no id in topics.yml; mend it"
    if not row["words"].strip():
        yield "`words` is empty; write what was said"
