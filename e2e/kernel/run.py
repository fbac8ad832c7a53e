"""Asks the kernel, asks the engine, tells where they differ."""

import time
from collections import Counter
from dataclasses import dataclass, field

import plan
from judge import report
from judge.compare import Difference, differences
from judge.engine import Engine
from judge.shrink import shrink
from lab.kernel import Kernel, LabFault
from lab.lab import built
from lab.shape import SHAPES

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
    def __init__(self, engine: Engine, total: Total) -> None:
        self.engine, self.total = engine, total
        self._shrunken = 0

    def share(self, share: plan.Share, seed: int, tables: int) -> None:
        with built(SHAPES[share.shape]) as lab:
            kernel = Kernel(lab)
            for case in plan.cases(seed, tables, share):
                self._compare(kernel, case)
        print(
            f"node {share.shape}, IPv{share.family}: {self.total.tables} tables, {self.total.packets} packets,"
            f" {self.total.refused} refusals, {self.total.failed} mismatches so far",
            flush=True,
        )

    def _compare(self, kernel: Kernel, case: dict) -> None:
        found, real = self._asked(kernel, case)
        if found:
            # What chance decided once may fall otherwise; a difference that counts comes back.
            found, real = self._asked(kernel, case)
        self._count(case, real, found)
        if found:
            self._tell(kernel, case, found)

    def _asked(self, kernel: Kernel, case: dict) -> tuple[list[Difference], dict]:
        """Both at once: the engine thinks while the packets are on their way."""
        self.engine.put(case)
        real = patiently(kernel, case)
        return differences(case, real, self.engine.answer(case)), real

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
        print(report.mismatch(case, found, smaller, self._asked(kernel, smaller)[0]), flush=True)

    def _smaller(self, kernel: Kernel, case: dict, kind: str) -> dict:
        end = time.monotonic() + SHRINK_SECONDS

        def fails(candidate: dict) -> bool:
            if time.monotonic() > end:
                return False
            return any(each.kind == kind for each in self._asked(kernel, candidate)[0])

        return shrink(case, fails)


def patiently(kernel: Kernel, case: dict) -> dict:
    """A lost frame is the machine's trouble: the question is put again."""
    for _ in range(2):
        try:
            return kernel.ask(case)
        except LabFault:
            continue
    return kernel.ask(case)


def compare(engine: Engine, seed: int, tables: int, total: Total) -> None:
    """Adds to the total as it goes, so that what was compared counts even where the engine ends."""
    run = Run(engine, total)
    for share in plan.SHARES:
        run.share(share, seed, tables)
