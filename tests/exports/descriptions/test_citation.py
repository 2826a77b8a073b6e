"""CITATION.cff is valid, and says what the other descriptions say."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from onrecord.curated import default_directory, load_about
from onrecord.exports.descriptions.citation import citation
from onrecord.models import About

OURS = load_about(default_directory())
ODD = About(name="Y: a", title="#1, 'so': \"said\"", version=None, keywords=(), creator="A & B: C")


@pytest.mark.parametrize("about", [OURS, ODD, About()], ids=["ours", "odd", "none"])
def test_cffconvert_finds_it_valid(about: About) -> None:
    cffconvert = pytest.importorskip("cffconvert", reason="cffconvert is not installed")
    cffconvert.Citation(citation(about)).validate()


@pytest.mark.parametrize("about", [OURS, ODD])
def test_it_says_what_the_dataset_says_of_itself(about: About) -> None:
    told = yaml.safe_load(citation(about))
    assert (told["title"], told.get("version")) == (about.title, about.version)
    assert told["authors"] == [{"name": about.creator}]
    assert told["abstract"] == about.description


def test_it_lies_beside_the_downloads(root: Path, downloads: Path) -> None:
    committed = (root / "CITATION.cff").read_text(encoding="utf-8")
    assert (downloads / "CITATION.cff").read_text(encoding="utf-8") == committed
