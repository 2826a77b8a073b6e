"""A deposit for an archive such as Zenodo: one ZIP, and the description to file it under.

The ZIP has the downloads of a database without what is not ours, the changes since the last
release, and a README. The same files give the same ZIP: names in order, no clock time.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from slugify import slugify

from onrecord.db.metadata import LICENCES
from onrecord.exports.export import export_dataset
from onrecord.exports.folder import write_sums
from onrecord.models import About, Licence
from onrecord.releases.minimal import WITHHELD, write_minimal

# Zenodo's names of the licences
_ZENODO: Mapping[Licence, str] = MappingProxyType(
    {"CC-BY-4.0": "cc-by-4.0", "CC-BY-SA-4.0": "cc-by-sa-4.0", "CC0-1.0": "cc-zero"}
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say

_README = """\
# {about.title}, version {about.version}

{about.description}

`onrecord.db` is the dataset, one SQLite file; `csv/` and `parquet/` have the same tables, and
`data-dictionary.md` says what each column holds. `CHANGES.md` and `changes.csv` say what changed
since the release before. `SHA256SUMS` is read by `sha256sum --check`.

## What is not in it

Quoted words belong to those who spoke and those who printed them; they stand here as short
quotations, each with its report. An archive keeps what it is given, so these files do without what
the dataset's own site may show:

{withheld}

Offsets and the hash of each page lead whoever has the page to the rest.

## Licence

What the makers wrote or decided: {licence}, {licence_url}. Please cite: {about.creator},
{about.title}, version {about.version}. {day}.
"""


def bundle_name(about: About) -> str:
    """Return what the files of a deposit are called, without their endings."""
    return f"{slugify(about.name)}-{about.version}"


def write_bundle(
    database: Path, folder: Path, about: About, texts: Mapping[str, str], day: date
) -> tuple[Path, Path]:
    """Write the ZIP and its description into the folder, and return their paths.

    `texts` gives further files of the ZIP by name.
    """
    minimal = folder / "minimal.db"
    write_minimal(database, minimal)
    content = folder / bundle_name(about)
    export_dataset(minimal, content)
    minimal.unlink()
    for name, text in {**texts, "README.md": readme(about, day)}.items():
        (content / name).write_text(text, encoding="utf-8", newline="\n")
    write_sums(content)
    described = folder / f"{content.name}.zenodo.json"
    described.write_text(zenodo(about, day), encoding="utf-8")
    return pack(content), described


def readme(about: About, day: date) -> str:
    """Return what stands beside the files."""
    licence, licence_url = LICENCES[about.licence]
    return _README.format(
        about=about,
        withheld="\n".join(f"- {reason}" for reason in WITHHELD),
        licence=licence,
        licence_url=licence_url,
        day=day,
    )


def zenodo(about: About, day: date) -> str:
    """Return the description as Zenodo's deposit API takes it."""
    described = {
        "title": about.title,
        "upload_type": "dataset",
        "publication_date": str(day),
        "creators": [{"name": about.creator}],
        "description": f"<p>{about.description}</p>",
        "access_right": "open",
        "license": _ZENODO[about.licence],
        "keywords": list(about.keywords),
        "version": about.version,
        "language": "eng",
    }
    return json.dumps({"metadata": described}, ensure_ascii=False, indent=1) + "\n"


def pack(content: Path) -> Path:
    """Write a folder into a ZIP beside it, and return its path."""
    packed = content.with_name(f"{content.name}.zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in content.rglob("*") if path.is_file()):
            name = path.relative_to(content.parent).as_posix()
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                while block := source.read(1 << 20):
                    target.write(block)
    return packed
