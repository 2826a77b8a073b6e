"""One built dataset, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.models.articles import Article, Refusal
from onrecord.models.curated import CorrectedRow, Curated, Outlet, Person, Rule, TopicScore
from onrecord.models.quotes import Statement, Utterance


@dataclass(frozen=True, slots=True)
class Dataset:
    """One built dataset, ready to be written; every tuple in a reproducible order."""

    curated: Curated
    people: tuple[Person, ...]  # the curated ones and those met in articles only
    outlets: tuple[Outlet, ...]  # the same
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    utterances: tuple[Utterance, ...]
    refusals: tuple[Refusal, ...]
    rules: tuple[Rule, ...] = ()  # every rule that an attribution or a dating can name
    corrected: tuple[CorrectedRow, ...] = ()  # every row that a correction touched
    topic_scores: Mapping[str, TopicScore] = field(default_factory=dict)  # by id, if measured
    input_sha256: str = ""  # of all files the dataset was made from
