"""Names matched to people, as the Reconciliation Service API 0.2 asks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from datasette.app import Datasette

from onrecord.site.reconcile import FEWEST, PATH, SUGGEST, QueryError, read_query, score_of
from tests.site.conftest import Get

Answers = dict[str, list[dict[str, Any]]]
Post = Callable[[dict[str, str]], httpx.Response]


@pytest.fixture(scope="module")
def post(built: Path) -> Iterator[Post]:
    with asyncio.Runner() as runner:
        site = Datasette(config_dir=built)

        def send(form: dict[str, str]) -> httpx.Response:
            # a browser that was here before sends its cookies along
            answer: httpx.Response = runner.run(
                site.client.post(PATH, data=form, cookies={"ds_csrftoken": "x"})
            )
            return answer

        yield send


def ask(get: Get, **queries: dict[str, Any]) -> Answers:
    """Return the candidates of each query."""
    answer = get(f"{PATH}?{urlencode({'queries': json.dumps(queries)})}")
    assert answer.status_code == 200, answer.text
    return {key: found["result"] for key, found in answer.json().items()}


def test_the_manifest_has_what_the_specification_asks(get: Get) -> None:
    answer = get(PATH)
    assert answer.headers["access-control-allow-origin"] == "*"
    manifest = answer.json()
    assert "0.2" in manifest["versions"]
    assert isinstance(manifest["name"], str)
    for space in ("identifierSpace", "schemaSpace"):
        assert httpx.URL(manifest[space]).is_absolute_url
    assert {type(kind["id"]) for kind in manifest["defaultTypes"]} == {str}
    assert all(kind.keys() == {"id", "name"} for kind in manifest["defaultTypes"])
    service = manifest["suggest"]["entity"]
    assert service["service_url"].endswith(PATH) and service["service_path"] == SUGGEST


def test_a_candidate_has_what_the_specification_asks(get: Get) -> None:
    found = ask(get, q0={"query": "Jens Stoltenberg"})["q0"]
    assert found
    for candidate in found:
        assert isinstance(candidate["id"], str) and isinstance(candidate["name"], str)
        assert isinstance(candidate["description"], str)
        assert 0 <= candidate["score"] <= 100
        assert isinstance(candidate["match"], bool)
        assert all(kind.keys() == {"id", "name"} for kind in candidate["type"])
    scores = [candidate["score"] for candidate in found]
    assert scores == sorted(scores, reverse=True)


def test_a_candidate_leads_to_its_page(get: Get) -> None:
    view = get(PATH).json()["view"]["url"]
    (first, *_) = ask(get, q0={"query": "Jens Stoltenberg"})["q0"]
    assert get(httpx.URL(view.replace("{{id}}", first["id"])).path).status_code == 200


SPELLINGS = [
    ("Volodymyr Zelenskyy", True),
    ("Zelensky", True),
    ("Володимир Зеленський", True),
    ("Wolodymyr Selenskyj", True),
    ("ZELENSKY, Volodymyr", False),
    ("Volodimir Zelenskiyy", False),
]


@pytest.mark.parametrize(("name", "is_match"), SPELLINGS)
def test_every_spelling_finds_the_person(get: Get, name: str, *, is_match: bool) -> None:
    best = ask(get, q0={"query": name})["q0"][0]
    assert best["id"] == "volodymyr-zelenskyy"
    assert best["match"] or not is_match
    assert best["score"] >= 80


def test_what_two_have_is_no_match(get: Get) -> None:
    found = ask(get, q0={"query": "Foreign Ministry", "limit": 20})["q0"]
    exact = [candidate for candidate in found if candidate["score"] == 100]
    assert len(exact) > 1
    assert not any(candidate["match"] for candidate in found)


@pytest.mark.parametrize("name", ["Xq Zzyzx", "", "   ", '"', "* OR *", "'; drop table people; --"])
def test_what_is_no_name_here_finds_nobody_surely(get: Get, name: str) -> None:
    assert not any(candidate["match"] for candidate in ask(get, q0={"query": name})["q0"])


def test_a_kind_narrows(get: Get) -> None:
    query = {"query": "NATO", "limit": 50}
    persons = ask(get, q0={**query, "type": "person"})["q0"]
    bodies = ask(get, q0={**query, "type": ["organisation", "group"]})["q0"]
    assert bodies[0]["id"] == "nato"
    assert {candidate["type"][0]["id"] for candidate in bodies} <= {"organisation", "group"}
    assert all(candidate["type"][0]["id"] == "person" for candidate in persons)


def test_a_limit_is_kept(get: Get) -> None:
    answers = ask(get, q0={"query": "Ministry of Defence"}, q1={"query": "Ministry", "limit": 1})
    assert len(answers["q0"]) == FEWEST
    assert len(answers["q1"]) == 1


def test_a_batch_may_be_posted(post: Post) -> None:
    batch = {"a": {"query": "Joe Biden"}, "b": {"query": "Kremlin", "properties": []}}
    answer = post({"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.json()["a"]["result"][0]["id"] == "joe-biden"
    assert answer.json().keys() == {"a", "b"}


BROKEN = [
    "{",
    "[]",
    '{"q0": "Biden"}',
    '{"q0": {"name": "Biden"}}',
    '{"q0": {"query": "Biden", "limit": "all"}}',
    '{"q0": {"query": "Biden", "limit": -1}}',
    '{"q0": {"query": "Biden", "type": {"id": "person"}}}',
    json.dumps({str(n): {"query": "Biden"} for n in range(101)}),
]


@pytest.mark.parametrize("queries", BROKEN)
def test_what_is_no_batch_is_told(get: Get, queries: str) -> None:
    answer = get(f"{PATH}?{urlencode({'queries': queries})}")
    assert answer.status_code == 400
    assert isinstance(answer.json()["error"], str)


def test_a_query_is_bounded() -> None:
    query = read_query({"query": "x" * 9999, "limit": 9999})
    assert (len(query.name), query.limit) == (200, 50)
    with pytest.raises(QueryError):
        read_query(None)


@pytest.mark.parametrize("typed", ["stolt", "Jens Stol", "jens", "столт"])
def test_a_name_is_completed(get: Get, typed: str) -> None:
    found = get(f"{PATH}{SUGGEST}?{urlencode({'prefix': typed})}").json()["result"]
    assert "jens-stoltenberg" in [entity["id"] for entity in found]


def test_names_are_completed_some_at_a_time(get: Get) -> None:
    found = get(f"{PATH}{SUGGEST}?prefix=stolt").json()["result"]
    assert all(entity.keys() >= {"id", "name", "description"} for entity in found)
    some = get(f"{PATH}{SUGGEST}?prefix=a").json()["result"]
    more = get(f"{PATH}{SUGGEST}?prefix=a&cursor={len(some)}").json()["result"]
    assert not {one["id"] for one in some} & {one["id"] for one in more}
    assert get(f"{PATH}{SUGGEST}?prefix=%25").json() == {"result": []}
    assert get(f"{PATH}{SUGGEST}").json() == {"result": []}


SCORES = [
    ("Ann Lee", ["Ann Lee"], 100, 100),
    ("LEE Ann", ["Ann Lee"], 100, 100),
    ("Анна Ли", ["Anna Li"], 100, 100),
    ("Aleksandr Novak", ["Alexander Novak"], 85, 99),
    ("Ann Lee", ["Bo Ek"], 0, 50),
    ("Ann Lee", [], 0, 0),
]


@pytest.mark.parametrize(("name", "forms", "least", "most"), SCORES)
def test_a_score_is_of_the_likest_form(
    name: str, forms: list[str], least: float, most: float
) -> None:
    assert least <= score_of(name, forms) <= most
