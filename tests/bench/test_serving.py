from __future__ import annotations

from pathlib import Path

from onrecord.bench.building import build_made_up
from onrecord.bench.load import measure_load
from onrecord.bench.serving import measure_pages, pages, serve


def test_a_built_folder_is_served_beside_stock_datasette(tmp_path: Path) -> None:
    built = build_made_up(300, tmp_path)
    assert {"quotes", "keys", "indexes", "search", "checks"} <= built.stages.keys()
    assert built.seconds == sum(built.stages.values())
    assert built.is_same_twice
    costs = {cost.name: cost for cost in measure_pages(tmp_path)}
    four = costs["table, four facets"]
    assert (four.facets, four.stock_facets) == ("4/4", "4/4")
    assert all(cost.ours > 0 and cost.ratio for cost in costs.values())
    with serve(str(tmp_path)) as server:
        load = measure_load(server, [page.ours for page in pages(tmp_path / "onrecord.db")], 1)
    assert load.answers
    assert load.errors == 0
