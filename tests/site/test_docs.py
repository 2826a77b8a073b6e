"""The documents are shown, lead where they say, and their examples do what they promise."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from onrecord.site.docs import DOCUMENTS, LOCAL
from tests.site.conftest import Get

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = [
    pytest.param(language, code, id=f"{document}-{number}-{language}")
    for document in ("api", "downloads")
    for number, (language, code) in enumerate(
        re.findall(
            r"```(\w+)\n(.*?)```", (DOCS / f"{document}.md").read_text(encoding="utf-8"), re.DOTALL
        )
    )
]
RUN_SQL = "import duckdb, sys; print(duckdb.sql(open(sys.argv[1]).read()))"
PROGRAMS = {
    "python": [sys.executable],
    "sql": [sys.executable, "-c", RUN_SQL],
    "bash": ["bash", "-e"],
    "js": ["node"],
    "r": ["Rscript"],
}
BESIDE_PYTHON = Path(sys.executable).parent


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


def missing_tool(language: str, code: str) -> str | None:
    """Return what an example uses and this machine lacks."""
    path = f"{BESIDE_PYTHON}{os.pathsep}{os.environ['PATH']}"
    tools = [PROGRAMS[language][0]]
    if language == "bash":
        tools += re.findall(r"^(?!while|done|test|echo|found)([a-z][\w-]*)", code, re.MULTILINE)
    for tool in tools:
        if shutil.which(tool, path=path) is None:
            return tool
    modules = ["duckdb"] if language == "sql" else re.findall(r"^import (\w+)$", code, re.MULTILINE)
    wanted = modules if language in {"python", "sql"} else []
    return next((name for name in wanted if importlib.util.find_spec(name) is None), None)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in which DuckDB finds the extensions that it would download otherwise."""
    folder = tmp_path_factory.mktemp("home")
    code = (
        "from duckdb_extensions import import_extension as take;"
        "take('httpfs'); take('sqlite_scanner')"
    )
    if importlib.util.find_spec("duckdb_extensions") is not None:
        command = [sys.executable, "-c", code]
        subprocess.run(command, env={**os.environ, "HOME": str(folder)}, check=True)
    return folder


@pytest.mark.parametrize(("language", "code"), EXAMPLES)
def test_an_example_works_as_printed(
    server: str, tmp_path: Path, home: Path, language: str, code: str
) -> None:
    """Each prints something, or leaves a file that holds something.

    Where its tool is missing an example is left untried.
    """
    if missing := missing_tool(language, code):
        pytest.skip(f"no {missing} here to try the example with")
    file = tmp_path / f"example.{'mjs' if language == 'js' else language}"
    file.write_text(code.replace(LOCAL, server), encoding="utf-8")
    path = f"{BESIDE_PYTHON}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [*PROGRAMS[language], str(file)],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "HOME": str(home), "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip()
    for left in tmp_path.iterdir():
        assert left.stat().st_size > 100
