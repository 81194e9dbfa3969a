"""How long a reader waits for the first answer, on a first visit and on the one after."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, BrowserType

from scripts import browser
from scripts.bench.figures import Figure
from scripts.bench.server import Server
from scripts.bench.sides import DELIVERED, OURS, PAGE, PLAIN, SIDES

WATCH = Path(__file__).resolve().parent / "pages/watch.js"
ANSWERED = "therapy-calculator[data-state=answered]"
MARKS = """() => Object.fromEntries(performance.getEntriesByType("mark")
  .filter(({name}) => name.startsWith("calculator "))
  .map(({name, startTime}) => [name.slice(11), startTime / 1000]))"""
# Of what runs from the worker's beginning on, the first answer's placing included.
LONGEST = """begun => Math.max(0, ...longTasks
  .filter(([start, length]) => start + length > begun * 1000)
  .map(([, length]) => length / 1000))"""
# Readers stay for longer; the browser keeps what it compiled only after a moment.
STAY = 3.0
TWENTY_MBIT, DELAY = 20e6, 0.020
STAGES = (
    ("engine", "rules", "Python"),
    ("rules", "figures", "rules"),
    ("figures", "ready", "figures"),
)

Marks = dict[str, float]


@contextmanager
def new_browser(chromium: BrowserType) -> Iterator[BrowserContext]:
    """Start a browser that has seen nothing: its cache, compiled code included, is empty."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = chromium.launch_persistent_context(
            profile,
            executable_path=browser.need(),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        context.add_init_script(path=WATCH)
        yield context
        context.close()


def visit(context: BrowserContext, server: Server, side: str) -> Marks:
    """Open a side's page and note, in seconds from its start, when each stage began."""
    page = context.new_page()
    page.goto(server.address(side, PAGE))
    page.locator(ANSWERED).wait_for(state="attached", timeout=120_000)
    marks: Marks = page.evaluate(MARKS)
    time.sleep(STAY)
    marks["longest task"] = page.evaluate(LONGEST, marks.get("begun", 0))
    page.close()
    return marks


def measure(chromium: BrowserType, server: Server, runs: int) -> tuple[list[Figure], list[str]]:
    """Measure all sides in turn, and say where our time goes."""
    cold: dict[str, list[Marks]] = {side: [] for side in SIDES}
    warm: dict[str, list[Marks]] = {side: [] for side in SIDES}
    for _ in range(runs):
        for side in SIDES:
            with new_browser(chromium) as context:
                context.new_page().goto("about:blank")
                cold[side].append(visit(context, server, side))
                warm[side].append(visit(context, server, side))
    figures = [
        figure("first_answer_cold", cold),
        figure("first_answer_warm", warm),
        longest_task(cold),
    ]
    return figures, [stages("cold", cold[OURS]), stages("warm", warm[OURS])]


def measure_slow(chromium: BrowserType, server: Server, runs: int) -> Figure:
    """Measure all sides in turn over a line of 20 Mbit/s and 20 ms a request."""
    cold: dict[str, list[Marks]] = {side: [] for side in SIDES}
    server.line.bits_a_second, server.line.delay = TWENTY_MBIT, DELAY
    for _ in range(runs):
        for side in SIDES:
            with new_browser(chromium) as context:
                cold[side].append(visit(context, server, side))
    server.line.bits_a_second = None
    return figure("first_answer_cold_20mbit", cold)


def figure(name: str, marks: dict[str, list[Marks]]) -> Figure:
    """Make the figure of our first answers beside the others'."""
    answered = {side: [mark["answered"] for mark in of_side] for side, of_side in marks.items()}
    beside = {side: answered[side] for side in (DELIVERED, PLAIN)}
    return Figure(name, "s", answered[OURS], beside)


def longest_task(marks: dict[str, list[Marks]]) -> Figure:
    """Make the figure of the page's longest task while Python starts; 0 where none is long."""
    longest = {side: [1000 * mark["longest task"] for mark in marks[side]] for side in SIDES}
    beside = {side: longest[side] for side in (DELIVERED, PLAIN)}
    return Figure("longest_task_starting", "ms", longest[OURS], beside)


def stages(which: str, marks: list[Marks]) -> str:
    """Say how long each stage took in the run of median length."""
    run = sorted(marks, key=lambda mark: mark["answered"])[len(marks) // 2]
    parts = [f"{words} {run[end] - run[start]:.2f}" for start, end, words in STAGES]
    page, answer = run["engine"], run["answered"] - run["ready"]
    return f"  {which}: page {page:.2f}, {', '.join(parts)}, answer {answer:.2f} s"
