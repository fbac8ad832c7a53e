"""What became of packets: frames read from the far ends, and the entries that conntrack confirmed."""

import re
import select
import socket
import time
from dataclasses import dataclass

from lab.frame import Seen, parse
from lab.lab import Lab

QUIET = 0.02
"""Seconds without a frame after which no more is expected of those that were not delivered."""


@dataclass(frozen=True)
class Arrived:
    seen: Seen
    out: str


def collect(lab: Lab, numbers: set[int], patience: float = QUIET) -> dict[int, Arrived]:
    """By packet number, what left the node: until all have, or nothing more comes."""
    found: dict[int, Arrived] = {}
    by_descriptor = {far.fileno(): (name, far) for name, far in lab.far.items()}
    poll = select.poll()
    for descriptor in by_descriptor:
        poll.register(descriptor, select.POLLIN)
    end = time.monotonic() + patience
    while numbers - found.keys() and (left := end - time.monotonic()) > 0:
        for descriptor, _ in poll.poll(left * 1000):
            name, far = by_descriptor[descriptor]
            for seen in _drain(far):
                end = time.monotonic() + patience
                if seen.number in numbers:
                    found[seen.number] = Arrived(seen, name)
    return found


def discard(lab: Lab) -> None:
    for far in lab.far.values():
        _drain(far)


def _drain(far: socket.socket) -> list[Seen]:
    """All that waits, without the copies of what we sent ourselves."""
    frames = []
    while True:
        try:
            data, origin = far.recvfrom(2048)
        except BlockingIOError:
            return frames
        if origin[2] != socket.PACKET_OUTGOING and (seen := parse(data[14:])) is not None:
            frames.append(seen)


FIELD = re.compile(r"(src|dst|sport|dport|id)=(\S+)")
PROTOCOL = re.compile(r"^(?:ipv[46]\s+\d+\s+)?(\w+)\s")


def confirmed(lab: Lab, family: int) -> dict[tuple, tuple[str, str]]:
    """
    For every flow that passed a last hook (POSTROUTING or INPUT), its first packet's
    (proto, src, dst, sport, dport), and the source and destination that it went on with.
    """
    done = lab.node.run("conntrack", "-L", "-f", f"ipv{family}")
    if done.returncode != 0:
        raise RuntimeError(f"conntrack -L: {done.stderr.strip()}")
    flows = {}
    for line in done.stdout.splitlines():
        fields = FIELD.findall(line)
        proto = PROTOCOL.match(line)
        starts = [i for i, (name, _) in enumerate(fields) if name == "src"]
        if proto is None or len(starts) != 2:
            continue
        original, reply = dict(fields[: starts[1]]), dict(fields[starts[1] :])
        key = flow_key(
            proto[1], original["src"], original["dst"],
            int(original.get("sport", original.get("id", 0))), int(original.get("dport", 0)),
        )  # fmt: skip
        flows[key] = (reply["dst"], reply["src"])
    return flows


def flow_key(proto: str, src: str, dst: str, sport: int, dport: int) -> tuple:
    return (proto, src, dst, sport, dport)
