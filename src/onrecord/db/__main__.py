"""`python -m onrecord.db`: write the committed descriptions of the database anew."""

from __future__ import annotations

from pathlib import Path

from onrecord.curated import default_directory, load_about
from onrecord.db.dictionary import data_dictionary
from onrecord.db.metadata import metadata_yaml
from onrecord.exports.descriptions.citation import citation


def _our_metadata() -> str:
    return metadata_yaml(load_about(default_directory()))


def _our_citation() -> str:
    return citation(load_about(default_directory()))


DESCRIPTIONS = {
    "metadata.yml": _our_metadata,
    "docs/data-dictionary.md": data_dictionary,
    "CITATION.cff": _our_citation,
}


def write_descriptions(root: Path) -> list[Path]:
    """Write each description into the repository at `root` and return the paths."""
    paths = []
    for name, text in DESCRIPTIONS.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text(), encoding="utf-8")
        paths.append(path)
    return paths


if __name__ == "__main__":
    for written in write_descriptions(Path(__file__).parents[3]):
        print(written)
