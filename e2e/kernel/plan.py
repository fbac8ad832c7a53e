"""Which cases a run asks about, all of them from one seed."""

from collections.abc import Iterator
from dataclasses import dataclass

from generate import broken
from generate.case import make, refusal
from generate.families import FAMILIES


@dataclass(frozen=True)
class Share:
    """Cases that one node is asked about."""

    shape: str
    family: int
    part: float


SHARES = (
    Share("N1", 4, 0.25),
    Share("N2", 4, 0.15),
    Share("N3", 4, 0.2),
    Share("N1", 6, 0.15),
    Share("N2", 6, 0.1),
    Share("N3", 6, 0.15),
)


def cases(seed: int, tables: int, share: Share) -> Iterator[dict]:
    """Random tables, then once every line of trouble that is known, in a table of its own."""
    start = round(tables * sum(each.part for each in SHARES[: SHARES.index(share)]))
    end = round(tables * sum(each.part for each in SHARES[: SHARES.index(share) + 1]))
    for index in range(start, end):
        yield make(seed, index, share.family, share.shape, tuple(FAMILIES))
    if share.shape == "N1":
        for index, line in enumerate(broken.lines(share.family)):
            yield refusal(seed, index, share.family, share.shape, line)
