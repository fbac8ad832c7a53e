"""
Compares the project's rule engine with the running kernel.

    python3 e2e/kernel                          compare; knobs: SEED, TABLES
    python3 e2e/kernel --record FILE            record instead of compare
"""

import argparse
import json
import os
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import requirements  # noqa: E402
from judge.engine import DEFAULT, EngineFault, started  # noqa: E402
from lab.shape import SHAPES  # noqa: E402
from laws import keep  # noqa: E402
from record import record  # noqa: E402
from run import Total, compare  # noqa: E402

TABLES = 600


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="e2e/kernel", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    seed = os.environ.get("SEED")
    parser.add_argument("--seed", type=int, default=int(seed) if seed else None)
    parser.add_argument("--tables", type=int, default=int(os.environ.get("TABLES") or TABLES))
    parser.add_argument("--engine", default=os.environ.get("SNAT_EVAL") or DEFAULT, help=f"command that reads cases and writes answers (default: {DEFAULT})")
    parser.add_argument("--report", type=Path, help="write {passed, failed} here as JSON")
    parser.add_argument("--record", type=Path, metavar="FILE")
    parser.add_argument("--family", type=int, choices=(4, 6), default=4, help="of a recording")
    parser.add_argument("--node", choices=tuple(SHAPES), default="N1", help="of a recording")
    parser.add_argument("--local", action="store_true", help="record packets of the node itself too")
    given = parser.parse_args()
    if given.seed is None:
        given.seed = random.SystemRandom().randrange(1, 1 << 31)
    return given


def main() -> int:
    given = arguments()
    lacks = requirements.missing()
    if lacks:
        print(f"The kernel cannot be asked here. Missing: {', '.join(lacks)}.")
        in_ci = os.environ.get("CI") == "true"
        return finish(given.report, 0, 1 if in_ci else 0)
    print(f"seed {given.seed}, {requirements.versions()}", flush=True)
    if given.record:
        record(given.record, given.seed, given.tables, given.family, given.node, given.local)
        return 0
    total, held, broken = Total(), 0, 0
    try:
        with started(given.engine) as engine:
            compare(engine, given.seed, given.tables, total)
            held, broken = keep(engine)
    except EngineFault as fault:
        print(f"The engine gave no answer: {fault}")
        broken += 1
    print(
        f"seed {given.seed}: {total.tables} random tables, {total.packets} packets,"
        f" {total.refused} refusals, {held} laws"
    )
    for kind, times in total.kinds.most_common():
        print(f"  {times} × {kind}")
    if total.failed:
        print(f"Once more with: SEED={given.seed} TABLES={given.tables}")
    return finish(given.report, total.passed + held, total.failed + broken)


def finish(report: Path | None, passed: int, failed: int) -> int:
    if report:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(json.dumps({"passed": passed, "failed": failed}), encoding="utf-8")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
