"""Asks the kernel, asks the engine, tells where they differ."""

import itertools
import time
from collections import Counter
from dataclasses import dataclass, field

import plan
from judge import report
from judge.compare import Difference, differences
from judge.engine import Engine, EngineFault
from judge.shrink import shrink
from lab.kernel import Kernel, LabFault
from lab.lab import built
from lab.shape import SHAPES

BATCH = 120
SHRINK_AT_MOST = 3
SHRINK_SECONDS = 40
TELL_AT_MOST = 25


@dataclass
class Total:
    passed: int = 0
    failed: int = 0
    tables: int = 0
    """Random tables that were loaded, each with its full number of packets."""
    packets: int = 0
    refused: int = 0
    kinds: Counter = field(default_factory=Counter)


class Run:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.total = Total()
        self._shrunken = 0

    def share(self, share: plan.Share, seed: int, tables: int) -> None:
        with built(SHAPES[share.shape]) as lab:
            kernel = Kernel(lab)
            todo = plan.cases(seed, tables, share)
            while batch := list(itertools.islice(todo, BATCH)):
                self._compare(kernel, batch)
        print(
            f"node {share.shape}, IPv{share.family}: {self.total.tables} tables, {self.total.packets} packets,"
            f" {self.total.refused} refusals, {self.total.failed} mismatches so far",
            flush=True,
        )

    def _compare(self, kernel: Kernel, batch: list[dict]) -> None:
        real = [patiently(kernel, case) for case in batch]
        said = self.engine.ask(batch)
        for case, theirs, ours in zip(batch, real, said):
            found = differences(case, theirs, ours)
            # What chance decided once may fall otherwise; a difference that counts comes back.
            found = found and differences(case, patiently(kernel, case), ours)
            self._count(case, theirs, found)
            if found:
                self._tell(kernel, case, found)

    def _count(self, case: dict, real: dict, found: list[Difference]) -> None:
        self.total.failed += bool(found)
        self.total.passed += not found
        self.total.kinds.update({each.kind for each in found})
        if "error" in real:
            self.total.refused += 1
        else:
            self.total.packets += len(case["packets"])
            self.total.tables += not case["id"].startswith("broken")

    def _tell(self, kernel: Kernel, case: dict, found: list[Difference]) -> None:
        if self._shrunken >= SHRINK_AT_MOST:
            if self.total.failed <= TELL_AT_MOST:
                print(f"MISMATCH {case['id']}: {found[0].kind}: {found[0].said}", flush=True)
            return
        self._shrunken += 1
        smaller = self._smaller(kernel, case, found[0].kind)
        left = differences(smaller, patiently(kernel, smaller), self.engine.ask([smaller])[0])
        print(report.mismatch(case, found, smaller, left), flush=True)

    def _smaller(self, kernel: Kernel, case: dict, kind: str) -> dict:
        end = time.monotonic() + SHRINK_SECONDS

        def first_failing(candidates: list[dict]) -> dict | None:
            for at in range(0, len(candidates), BATCH // 4):
                few = candidates[at : at + BATCH // 4]
                if time.monotonic() > end:
                    return None
                for each, said in zip(few, self.engine.ask(few)):
                    if any(d.kind == kind for d in differences(each, patiently(kernel, each), said)):
                        return each
            return None

        return shrink(case, first_failing)


def patiently(kernel: Kernel, case: dict) -> dict:
    """A lost frame is the machine's trouble: the question is put again."""
    for _ in range(2):
        try:
            return kernel.ask(case)
        except LabFault:
            continue
    return kernel.ask(case)


def compare(engine: Engine, seed: int, tables: int) -> Total:
    run = Run(engine)
    try:
        for share in plan.SHARES:
            run.share(share, seed, tables)
    except EngineFault as fault:
        print(f"The engine gave no answer: {fault}", flush=True)
        run.total.failed += 1
    return run.total
