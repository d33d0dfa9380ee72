"""Real kills: at whatever moment a run is killed, the ledger is whole and has all that was acknowledged."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from quliu.pipeline import doctor
from quliu.store import open_ledger
from tests.crash_driver import LEXICON, run

TEXTS = 60
KILLS = 50
SURNAMES = "孟乔白庄骆"
GIVEN_NAMES = ["知远", "望舒", "见山", "听澜", "怀瑾", "若谷", "清和", "行之", "明夷", "允中", "时雨", "南星"]


@pytest.fixture(scope="module")
def server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crash_driver"])
    return context


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("news")
    for number in range(TEXTS):
        person = SURNAMES[number % 5] + GIVEN_NAMES[number % 12]
        verb = "加入" if number % 3 else "离开"
        (made / f"{number:03}.txt").write_text(
            f"第{number}则消息。{person}{verb}青鸾智能。", encoding="utf-8"
        )
    return made


class Run:
    """One ledger, the folder read into it, and what was acknowledged so far."""

    def __init__(self, server: ForkServerContext, folder: Path, place: Path) -> None:
        self.server, self.folder = server, folder
        self.ledger, self.acknowledged = place / "ledger.db", place / "acknowledged"

    def start(self) -> BaseProcess:
        arguments = tuple(map(str, (self.ledger, self.folder, self.acknowledged)))
        process = self.server.Process(target=run, args=arguments)
        process.start()
        return process

    def check(self) -> int:
        """Return how many documents the ledger has, once it is found whole."""
        promised = set(self.acknowledged.read_text().split()) if self.acknowledged.exists() else set()
        if not self.ledger.exists():
            assert not promised
            return 0
        with open_ledger(str(self.ledger)) as ledger:
            assert [check.faults for check in doctor(ledger, LEXICON)] == [()] * 4
            with ledger.read() as reader:
                stored = set(reader.document_ids())
                assert promised <= stored
                assert reader.readings(stored).keys() == stored
        return len(stored)


def test_killed_at_any_moment(server: ForkServerContext, folder: Path, tmp_path: Path) -> None:
    kills, ledgers, seconds = 0, 0, 0.0
    while kills < KILLS:
        place = tmp_path / str(ledgers)
        place.mkdir()
        tried = Run(server, folder, place)
        if ledgers < 2:
            # The first run also starts the fork server; the second tells how long a run takes.
            seconds = time_whole_run(tried)
        else:
            kills += kill_until_complete(tried, seconds)
        ledgers += 1


def time_whole_run(whole: Run) -> float:
    started = time.monotonic()
    whole.start().join(120)
    seconds = time.monotonic() - started
    assert whole.check() == TEXTS
    return seconds


def kill_until_complete(cut: Run, seconds: float) -> int:
    """Kill run after run at a random moment until one gets through; return how many were killed."""
    kills, stored = 0, 0
    while True:
        process = cut.start()
        process.join(random.uniform(0, seconds))
        process.kill()
        process.join(60)
        before, stored = stored, cut.check()
        assert before <= stored <= TEXTS
        if process.exitcode == 0:
            assert stored == TEXTS
            return kills
        assert process.exitcode == -signal.SIGKILL
        kills += 1


def test_two_runs_at_once(server: ForkServerContext, folder: Path, tmp_path: Path) -> None:
    both = Run(server, folder, tmp_path)
    processes = [both.start(), both.start()]
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    assert both.check() == TEXTS
