"""
Compares the project's rule engine with the running kernel.

    python3 e2e/kernel                  compare; knobs: SEED, TABLES
    python3 e2e/kernel --record FILE    record instead of compare
"""

import argparse
import json
import os
import random
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

import requirements  # noqa: E402
from judge.engine import DEFAULT, EngineFault, started  # noqa: E402
from lab.shape import SHAPES  # noqa: E402
from laws import keep  # noqa: E402
from probes.ask import hold  # noqa: E402
from record import record  # noqa: E402
from run import Total, compare  # noqa: E402

SEED, TABLES = "1", "480"
DRAW = "random"
"""Said instead of a seed: one that nobody has seen before, printed so that it can be used again."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="e2e/kernel", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--seed", default=os.environ.get("SEED") or SEED, help=f"a number, or {DRAW}")
    add("--tables", type=int, default=int(os.environ.get("TABLES") or TABLES))
    add("--engine", default=os.environ.get("SNAT_EVAL") or DEFAULT, help=f"reads cases, writes answers; {DEFAULT}")
    add("--report", type=Path, help="write {passed, failed} here as JSON")
    add("--record", type=Path, metavar="FILE")
    add("--family", type=int, choices=(4, 6), default=4, help="of a recording")
    add("--node", choices=tuple(SHAPES), default="N1", help="of a recording")
    add("--local", action="store_true", help="record packets of the node itself too")
    given = parser.parse_args()
    given.seed = random.SystemRandom().randrange(1, 1 << 31) if given.seed == DRAW else int(given.seed)
    return given


def own_tests_pass() -> bool:
    """The harness's own unit tests: a judge that misjudges is worse than none."""
    here = str(Path(__file__).resolve().parent)
    suite = unittest.defaultTestLoader.discover(here, "test_*.py", here)
    return unittest.TextTestRunner(verbosity=0, stream=sys.stdout).run(suite).wasSuccessful()


def main() -> int:
    given = arguments()
    if not own_tests_pass():
        return finish(given.report, 0, 1)
    lacks = requirements.missing()
    if lacks:
        print(f"The kernel cannot be asked here. Missing: {', '.join(lacks)}.")
        in_ci = os.environ.get("CI", "") not in ("", "0", "false")
        return finish(given.report, 0, 1 if in_ci else 0)
    print(f"seed {given.seed}, {requirements.versions()}", flush=True)
    if given.record:
        record(given.record, given.seed, given.tables, given.family, given.node, given.local)
        return 0
    total, held, alike, broken = Total(), 0, 0, 0
    try:
        with started(given.engine) as engine:
            compare(engine, given.seed, given.tables, total)
            held, broken = keep(engine)
            alike, unlike = hold(engine)
            broken += unlike
    except EngineFault as fault:
        print(f"The engine gave no answer: {fault}")
        broken += 1
    print(
        f"seed {given.seed}: {total.tables} random tables, {total.packets} packets,"
        f" {total.refused} refusals, {held} laws, {alike} flows probed"
    )
    for kind, times in total.kinds.most_common():
        print(f"  {times} × {kind}")
    if total.failed:
        print(f"Once more with: SEED={given.seed} TABLES={given.tables}")
    return finish(given.report, total.passed + held + alike, total.failed + broken)


def finish(report: Path | None, passed: int, failed: int) -> int:
    if report:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(json.dumps({"passed": passed, "failed": failed}), encoding="utf-8")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        # The namespaces end with this process.
        print("interrupted")
        sys.exit(130)
