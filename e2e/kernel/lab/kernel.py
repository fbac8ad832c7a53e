"""The judge: loads a table into the running kernel, sends packets, says what became of each."""

import itertools
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from lab.flows import Arrived, collect, confirmed, discard, flow_key
from lab.frame import NUMBERS, build, family_of
from lab.lab import Lab
from lab.shape import is_local, local_networks

EMPTY = "*nat\nCOMMIT\n"
TOOLS = {4: "iptables", 6: "ip6tables"}
PATIENCE = 3.0
"""Seconds until a packet that conntrack let go but no one received counts as a fault of the lab."""
DOUBTS = 3
"""How often to look again before a packet that left no trace is called dropped."""


class LabFault(Exception):
    """The lab contradicts itself: a frame was lost. Says nothing about any engine."""


class Kernel:
    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self._numbers = itertools.cycle(range(1, NUMBERS + 1))
        self._has_sets = False

    def number(self) -> int:
        return next(self._numbers)

    def ask(self, case: dict) -> dict:
        """`{verdicts, counters}` in the form of a recording, or `{error}`."""
        family = case.get("family", 4)
        with self.loaded(family, case["rules"], case.get("sets", "")) as error:
            if error is not None:
                return {"error": error}
            verdicts = self.send(case["packets"])
            return {"verdicts": verdicts, "counters": self.counters(family)}

    @contextmanager
    def loaded(self, family: int, rules: str, sets: str = "") -> Iterator[str | None]:
        """The words of the tool that refused, or None while the rules stand."""
        self.forget_flows()
        error = self._load_sets(sets) if sets else None
        try:
            yield error if error is not None else self.replace(family, rules)
        finally:
            self.lab.node.must(f"{TOOLS[family]}-restore", text=EMPTY)
            if self._has_sets:
                self.lab.node.must("ipset", "destroy")
                self._has_sets = False

    def replace(self, family: int, rules: str) -> str | None:
        """Loads a table and leaves conntrack alone. The words of the tool where it refuses."""
        done = self.lab.node.run(f"{TOOLS[family]}-restore", text=rules)
        return None if done.returncode == 0 else done.stderr.strip()

    def _load_sets(self, sets: str) -> str | None:
        self._has_sets = True
        done = self.lab.node.run("ipset", "restore", text=sets)
        return None if done.returncode == 0 else done.stderr.strip()

    def forget_flows(self) -> None:
        # Flushing an empty table, or one that is not loaded yet, is no error.
        self.lab.node.run("conntrack", "-F")

    def counters(self, family: int) -> str:
        text = self.lab.node.must(f"{TOOLS[family]}-save", "-c", "-t", "nat")
        return re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip()

    def send(self, packets: list[dict]) -> list[dict]:
        """Each packet the first of its flow; in order."""
        discard(self.lab)
        numbers = [self.number() for _ in packets]
        frames = [build(packet, number) for packet, number in zip(packets, numbers)]
        for packet, frame in zip(packets, frames):
            self.lab.send(packet["in"], frame)
        found = collect(self.lab, set(numbers))
        flows = self._settled(packets, numbers, found)
        return [
            verdict(packet, found.get(number), flows) for packet, number in zip(packets, numbers)
        ]

    def _settled(self, packets: list[dict], numbers: list[int], found: dict[int, Arrived]) -> dict:
        """
        What conntrack confirmed, once that accounts for every packet that nobody saw. A loaded
        machine may be slow to pass a frame on, so absence is believed only when it lasts.
        """
        local = local_networks(self.lab.shape)
        end = time.monotonic() + PATIENCE
        doubts = DOUBTS
        while True:
            unseen = [p for p, number in zip(packets, numbers) if number not in found]
            flows = confirmed(self.lab, family_of(packets[0]["src"])) if unseen else {}
            lost = [p for p in unseen if key(p) in flows and not is_local(flows[key(p)][1], local)]
            absent = [p for p in unseen if key(p) not in flows]
            if not lost and (not absent or doubts == 0):
                return flows
            if time.monotonic() > end:
                raise LabFault(f"forwarded and never seen: {lost}")
            doubts = max(0, doubts - 1)
            found.update(collect(self.lab, set(numbers) - found.keys()))


def key(packet: dict) -> tuple:
    return flow_key(
        packet["proto"], packet["src"], packet["dst"], packet["sport"], packet.get("dport", 0)
    )


def verdict(packet: dict, arrived: Arrived | None, flows: dict) -> dict:
    """
    As in a recording. `dropped` is ours: neither delivered nor sent on, as where REDIRECT finds no
    address on the interface.
    """
    if arrived is None:
        return {"out": None} if key(packet) in flows else {"out": None, "dropped": True}
    seen = arrived.seen
    answer: dict = {"src": seen.src, "dst": seen.dst, "out": arrived.out}
    if "dport" in packet:
        answer |= {"sport": seen.sport, "dport": seen.dport}
    return answer

