"""A cluster gives what one machine gives, byte for byte, whichever worker ends meanwhile."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.archives.progress import Done
from onrecord.archives.records import LOCAL, Job
from onrecord.archives.store import is_output
from onrecord.archives.units import units_of
from onrecord.errors import OnRecordError
from tests.archives.runs import SMALLEST, job, outputs

pytest.importorskip("distributed", reason="Dask is not installed: pip install 'onrecord[cluster]'")
SMALL = f"from onrecord.archives import units; units.SMALLEST = {SMALLEST}"


@contextmanager
def started(part: str, *arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """Give a part of a cluster, which is ended with the block."""
    command = [sys.executable, "-m", f"distributed.cli.dask_{part}", "--no-dashboard"]
    command += ["--host", "127.0.0.1", *map(str, arguments)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=os.environ, **quiet) as process:  # type: ignore[call-overload]
        try:
            yield process
        finally:
            process.kill()


def until(told: Callable[[], object]) -> None:
    for _ in range(3_000):
        if told():
            return
        time.sleep(0.01)
    raise AssertionError("it takes more than half a minute")


def test_a_worker_that_is_killed_is_replaced_by_another(
    undisturbed: Job, archive: Path, tmp_path: Path
) -> None:
    from onrecord.archives.cluster import run_on_cluster  # noqa: PLC0415

    file, made, told = tmp_path / "scheduler.json", job(tmp_path / "out"), list[str]()
    with ExitStack() as stack:
        stack.enter_context(started("scheduler", "--port", "0", "--scheduler-file", file))
        until(file.exists)
        address = json.loads(file.read_text())["address"]
        options = ("--nthreads", 1, "--no-nanny", "--local-directory", tmp_path, "--preload", SMALL)
        workers = [
            stack.enter_context(started("worker", address, *map(str, options))) for _ in range(2)
        ]

        def show(_: object) -> None:
            if sum(map(is_output, outputs(made))) and workers[0].poll() is None:
                workers[0].kill()

        run_on_cluster(units_of([archive]), made, address, 0, show, told.append)
        assert workers[0].wait() < 0
    assert outputs(made) == outputs(undisturbed)
    assert "/status" in told[0]


def test_a_cluster_of_our_own_whose_workers_are_daemons(
    undisturbed: Job, archive: Path, tmp_path: Path
) -> None:
    import dask  # noqa: PLC0415

    from onrecord.archives.cluster import run_on_cluster  # noqa: PLC0415

    made, pages = job(tmp_path / "out"), [0]

    def show(done: Done) -> None:
        pages.append(done.pages)

    with dask.config.set({"distributed.worker.preload": [SMALL]}):
        run_on_cluster(units_of([archive]), made, LOCAL, 1, show, print)
    assert outputs(made) == outputs(undisturbed)
    assert pages[-1] == 24


def test_no_scheduler_and_another_engine_are_said_in_words(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dask  # noqa: PLC0415

    from onrecord.archives.cluster import read_there, run_on_cluster  # noqa: PLC0415

    made, units = job(tmp_path / "out"), units_of([archive])
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "0.2s"}),
        pytest.raises(OnRecordError, match="no scheduler answers there"),
    ):
        run_on_cluster(units, made, "tcp://127.0.0.1:9", 0, print, print)
    with pytest.raises(OnRecordError, match="another onrecord, or other files in"):
        read_there(units[0], replace(made, key="of another engine"))


def test_nothing_of_dask_is_imported_unless_asked_for() -> None:
    code = (
        "import sys, onrecord.cli, onrecord.commands.run, onrecord.archives.run;"
        " sys.exit(' '.join(name for name in ('dask', 'distributed', 'fsspec')"
        " if name in sys.modules) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
