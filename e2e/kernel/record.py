"""Writes what the kernel said as a recording: JSON Lines, a case each, its answer beside it."""

import json
from pathlib import Path

from generate.case import make
from lab.kernel import Kernel
from lab.lab import built
from lab.shape import SHAPES
from run import patiently

RECORDED_PACKETS = 48


def record(path: Path, seed: int, tables: int, family: int, shape: str, local: bool) -> None:
    """
    `local` adds packets of the node itself (`in` null). IPv4 on N1 names its node, everything else
    brings it along.
    """
    with path.open("w", encoding="utf-8") as file, built(SHAPES[shape]) as lab:
        kernel = Kernel(lab)
        for index in range(tables):
            case = make(seed, index, family, shape, count=RECORDED_PACKETS, local=local)
            answer = patiently(kernel, case)
            # A recording has no word for a dropped packet.
            while any(each.get("dropped") for each in answer.get("verdicts", [])):
                pairs = zip(case["packets"], answer["verdicts"])
                case["packets"] = [packet for packet, each in pairs if not each.get("dropped")]
                answer = patiently(kernel, case)
            if family == 4 and shape == "N1":
                case["node"] = shape
            file.write(json.dumps(case | answer) + "\n")
