"""Holds what the page's probes print of every flow of every scenario to what the kernel's tools print."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from judge.engine import ROOT, Engine, EngineFault
from lab.stack import Silence
from probes.passage import Heard, Refused, play
from probes.same import differences, within_bounds

BUILT_IN = ROOT / "src" / "scenario" / "builtin"
OWN = Path(__file__).resolve().parent / "scenarios"
TELL_AT_MOST = 5
CAPTURED = re.compile(r"^(\S+) +(In|Out) +(IP6? .*)$")


def hold(engine: Engine) -> tuple[int, int]:
    """How many passages of a flow over a node print the same, and how many do not."""
    version, held, broken, skipped = iptables_version(), 0, 0, Counter()
    for file in sorted([*BUILT_IN.glob("*.yaml"), *OWN.glob("*.yaml")]):
        for passage in passages(engine, file):
            if "skipped" in passage:
                skipped[passage["skipped"]] += 1
                continue
            wrong = compared(passage, version)
            held += not wrong
            broken += bool(wrong)
            if wrong and broken <= TELL_AT_MOST:
                print(f"PROBE DIFFERS {file.stem}, {passage['flow']} on {passage['node']}")
                print("\n".join(f"  {line}" for line in wrong), flush=True)
    left = ", ".join(f"{times} × {why}" for why, times in skipped.most_common())
    print(f"probes: {held} flows over a node print as the kernel's tools do, {broken} do not; left out: {left or 'none'}", flush=True)
    return held, broken


def passages(engine: Engine, file: Path) -> Iterator[dict]:
    answer = engine.ask({"id": file.stem, "scenario": file.read_text(encoding="utf-8")})
    if "error" in answer:
        raise EngineFault(f"{file.name}: {answer['error']}")
    yield from answer["passages"]


def compared(passage: dict, version: str) -> list[str]:
    """What differs, and comes back on a second try: a machine may be slow, and a set's hash may collide by chance."""
    for _ in range(2):
        try:
            wrong = _differences(passage, play(passage), version)
        except (Refused, Silence) as trouble:
            wrong = [str(trouble)]
        if not wrong:
            break
    return wrong


def _differences(passage: dict, heard: Heard, version: str) -> list[str]:
    wrong = []
    for each in passage["prints"]:
        for stage in ("before", "begun", "answered", "over"):
            if (each["command"], stage) not in heard.printed:
                continue
            real, seconds = heard.printed[each["command"], stage]
            found = differences(each["tool"], each[stage], real, seconds, version)
            if found:
                wrong += [f"{stage}: {each['command']}", *found]
    return wrong + _capture_differences(passage, heard)


def _capture_differences(passage: dict, heard: Heard) -> list[str]:
    """tcpdump is not asked, so of its lines only that is compared which stands in the packets themselves."""
    captured = next(each["over"] for each in passage["prints"] if each["tool"] == "tcpdump")
    devices = {each["name"] for each in passage["network"]["interfaces"]}
    said = [bare(line, devices) for line in captured if CAPTURED.match(line)]
    real = [bare(line, devices) for line in heard.wire]
    if len(said) == len(real) and all(map(within_bounds, said, real)):
        return []
    return ["on the devices", *(f"kernel {line}" for line in real), *(f"probe  {line}" for line in said)]


def bare(line: str, devices: set[str]) -> str:
    """Without what a stack picks by chance or by its own taste: sequence numbers, windows, options."""
    device, way, rest = CAPTURED.match(line).groups()
    rest = re.sub(r"(Flags \[[^]]*\]), .*(length \d+)$", r"\1, \2", rest)
    rest = re.sub(r"ICMP6?,? (?=echo)|seq \d+, ", "", rest)
    rest = re.sub(r": ICMP.* unreachable(?:, unreachable port.*)?, (length \d+)$", r": unreachable, \1", rest)
    # A Pod's device is named by its system, and the lab names it as the node's network does.
    return f"{device if device in devices else 'pod'} {way} {rest}"


def iptables_version() -> str:
    said = subprocess.run(("iptables", "--version"), capture_output=True, text=True, check=True).stdout
    return said.split()[1].lstrip("v")
