"""The documents are shown, lead where they say, and their examples do what they promise."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from onrecord.site.docs import DOCUMENTS, LOCAL
from tests.site.conftest import Get

API = Path(__file__).parents[2] / "docs" / "api.md"
EXAMPLES = re.findall(r"```(\w+)\n(.*?)```", API.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_shown_without_markdown(get: Get, name: str) -> None:
    page = get(f"/docs/{name}").text
    body = page[page.index("<main") : page.index("</main>")]
    assert body.count("<h1>") == 1
    assert "<p>" in body
    assert not re.search(
        r"\]\(|^#+ |```", re.sub(r"<(pre|code).*?</\1>", "", body, flags=re.DOTALL)
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_inside_leads_somewhere(get: Get, name: str) -> None:
    page = get(f"/docs/{name}").text
    for address in set(re.findall(r'href="(/[^"#]*)', page)):
        assert get(unescape(address)).status_code == 200, address
    anchors = set(re.findall(r'href="#([^"]+)"', page))
    assert anchors <= set(re.findall(r'id="([^"]+)"', page))


def test_all_documents_are_listed(get: Get) -> None:
    page = get("/docs").text
    for name in DOCUMENTS:
        assert f'href="/docs/{name}"' in page


def test_there_is_no_other_document(get: Get) -> None:
    assert get("/docs/passwords").status_code == 404


@pytest.mark.parametrize(("language", "code"), EXAMPLES)
def test_an_example_works_as_printed(server: str, tmp_path: Path, language: str, code: str) -> None:
    """Each prints something, or leaves a file that holds something.

    Where its tool is missing an example is left untried.
    """
    program = {"python": sys.executable, "bash": "bash", "js": "node", "r": "Rscript"}[language]
    found = shutil.which(program)
    if found is None or (language == "bash" and shutil.which("curl") is None):
        pytest.skip(f"no {program} here to try the example with")
    file = tmp_path / f"example.{'mjs' if language == 'js' else language}"
    file.write_text(code.replace(LOCAL, server), encoding="utf-8")
    strict = ["-e"] if language == "bash" else []
    ran = subprocess.run(
        [found, *strict, str(file)],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()
    for left in tmp_path.iterdir():
        assert left.stat().st_size > 100
