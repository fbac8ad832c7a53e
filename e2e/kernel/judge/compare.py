"""Where the engine's answer to a case differs from the kernel's."""

import re
from collections import Counter
from dataclasses import dataclass

PICKS_PORT = re.compile(r"--random|--to-ports|--to-(?:source|destination) \S*?(?:\]|\d):\d|:\d+-\d+")
BY_CHANCE = re.compile(r"--mode random")
COUNTS = re.compile(r"\[(\d+):\d+\]")


@dataclass(frozen=True)
class Difference:
    """`kind` names what differs, so that a smaller case can be asked to differ in the same way."""

    kind: str
    said: str


def differences(case: dict, kernel: dict, engine: dict) -> list[Difference]:
    """A case that is `beyond` the engine must be one that the kernel takes and the engine refuses."""
    if case.get("beyond"):
        held = "error" not in kernel and "error" in engine
        return [] if held else [Difference("a stated limit", case["rules"])]
    if ("error" in kernel) != ("error" in engine):
        who, words = ("kernel", kernel["error"]) if "error" in kernel else ("engine", engine["error"])
        return [Difference(f"refused by the {who} alone", words)]
    if "error" in kernel:
        return []
    found = _packet_differences(case, kernel, engine)
    if not BY_CHANCE.search(case["rules"]):
        found += _counter_differences(kernel["counters"], engine.get("counters", ""))
    return found


def _packet_differences(case: dict, kernel: dict, engine: dict) -> list[Difference]:
    theirs = engine.get("verdicts", [])
    if len(theirs) != len(case["packets"]):
        return [Difference("verdicts", f"{len(theirs)} for {len(case['packets'])} packets")]
    found = []
    picks = PICKS_PORT.search(case["rules"]) is not None
    wanted = Counter((packet["proto"], packet["sport"]) for packet in case["packets"])
    taken: set[tuple] = set()
    for packet, real, said in zip(case["packets"], kernel["verdicts"], theirs):
        may_change = picks or wanted[packet["proto"], packet["sport"]] > 1
        options = said.get("alternatives", [said])
        fields = min((_fields(packet, real, each, may_change, taken) for each in options), key=len)
        if fields:
            kind = f"packet: {', '.join(fields)}"
            found.append(Difference(kind, f"{packet}\n  kernel {real}\n  engine {said}"))
        if "sport" in real:
            taken.add(_tuple(packet, real, real["sport"]))
    return found


def _tuple(packet: dict, real: dict, sport: int) -> tuple:
    return (packet["proto"], real["src"], real["dst"], real.get("dport"), sport)


def _fields(packet: dict, real: dict, said: dict, may_change: bool, taken: set[tuple]) -> list[str]:
    """The members in which two verdicts differ."""
    wrong = [name for name in ("out", "src", "dst", "dropped") if real.get(name) != said.get(name)]
    for name in ("sport", "dport"):
        if name in real and not _port_agrees(name, real[name], said, may_change):
            # The port that the engine says is kept may be one that an earlier flow got by chance.
            if name == "sport" and _tuple(packet, real, said.get("sport", -1)) in taken:
                continue
            wrong.append(name)
    return wrong


def _port_agrees(name: str, port: int, said: dict, may_change: bool) -> bool:
    """A range is an answer only where a rule picks ports, or another flow wants the same one."""
    if f"{name}Range" in said:
        lo, hi = said[f"{name}Range"]
        return may_change and lo <= port <= hi
    return said.get(name) == port


def _counter_differences(kernel: str, engine: str) -> list[Difference]:
    """Line for line, as `iptables-save -c` prints them, without the bytes."""
    real, said = _lines(kernel), _lines(engine)
    found = [
        Difference("counters", f"kernel {a}\n  engine {b}") for a, b in zip(real, said) if a != b
    ]
    if len(real) != len(said):
        found.append(Difference("counters", f"{len(said)} lines for {len(real)}"))
    return found


def _lines(text: str) -> list[str]:
    return [
        COUNTS.sub(r"[\1]", line) for line in text.strip().splitlines() if not line.startswith("#")
    ]
