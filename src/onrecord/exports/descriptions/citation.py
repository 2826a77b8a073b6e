"""CITATION.cff, which GitHub, Zenodo and Zotero read: how to cite the dataset."""

from __future__ import annotations

import textwrap

import yaml

from onrecord.models import About

_MESSAGE = (
    "If you use the dataset, please cite it as below; cite a single quote by its address and the "
    "report that printed it."
)


def citation(about: About) -> str:
    """Return the text of CITATION.cff."""
    abstract = textwrap.fill(
        about.description, 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
    return "\n".join(
        (
            "cff-version: 1.2.0",
            f"message: {_MESSAGE}",
            f"title: {_scalar(about.title)}",
            "abstract: >-",
            abstract,
            "type: dataset",
            *([f"version: {_scalar(about.version)}"] if about.version else []),
            f"license: {about.licence}",
            "authors:",
            f"  - name: {_scalar(about.creator)}",
            *(["keywords:"] if about.keywords else []),
            *(f"  - {_scalar(keyword)}" for keyword in about.keywords),
            "",
        )
    )


def _scalar(text: str) -> str:
    """Return a text as YAML on one line, in quotation marks where it needs them."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").rstrip("\n")
