"""
Where what a probe prints differs from what the tool printed, line by line.

Set aside is only what cannot be equal, each for its reason:

- a port or an identifier that the kernel picked: the probe prints its bounds, `<1024-65535>`, and
  what the kernel picked must lie within them;
- a time-out, which ticks: it may stand as many seconds lower as have gone by, and one higher, as a
  probe prints the first second;
- `use=`, how many hold the entry at the moment of printing, the tool itself among them;
- the version of conntrack, which it says when it has counted;
- a set's `initval`, picked by chance, and the order of its members, which follows from it;
- the memory of a set whose extensions nobody has measured, `<unknown>`;
- of an iptables other than the one that was measured, the columns' width, the name of a protocol (1.8.9
  writes 0 for all) and the dashes under `opt`, which older ones leave out for IPv6.
"""

import re

MEASURED = "1.8.9"
BOUNDS = re.compile(r"<(\d+)-(\d+)>")
CONNTRACK = re.compile(r"^(?P<head>\w+ +\d+) (?P<seconds>\d+) (?P<rest>.*) use=\d+$")
PROTOCOLS = {"all": "0", "icmp": "1", "tcp": "6", "udp": "17", "icmpv6": "58", "ipv6-icmp": "58", "sctp": "132"}


def differences(tool: str, said: list[str], real: list[str], passed: float, version: str = MEASURED) -> list[str]:
    """Both lines of each pair that differs. `passed`: seconds since the flow's last packet."""
    if tool == "ipset":
        said, real = said[:8] + sorted(said[8:]), real[:8] + sorted(real[8:])
    if len(said) != len(real):
        return [f"{len(said)} lines for {len(real)}", *_both("\n".join(said), "\n".join(real))]
    wrong = []
    for one, other in zip(said, real):
        if not is_same(tool, one, other, passed, version):
            wrong += _both(one, other)
    return wrong


def _both(said: str, real: str) -> list[str]:
    return [f"kernel {real}", f"probe  {said}"]


def is_same(tool: str, said: str, real: str, passed: float, version: str = MEASURED) -> bool:
    if tool == "conntrack":
        return _is_same_entry(said, real, passed)
    if tool == "ipset":
        return _unchanced(said) == _unchanced(real) or said == _sized(real)
    if tool == "iptables" and version != MEASURED:
        return _columns(said) == _columns(real)
    return within_bounds(said, real)


def within_bounds(said: str, real: str) -> bool:
    """Every number where the probe gives its bounds is one of those that it may be."""
    pattern = BOUNDS.sub(r"(\\d+)", re.escape(said).replace("\\-", "-").replace(r"\<", "<").replace(r"\>", ">"))
    found = re.fullmatch(pattern, real)
    if found is None:
        return False
    bounds = [(int(low), int(high)) for low, high in BOUNDS.findall(said)]
    return all(low <= int(number) <= high for number, (low, high) in zip(found.groups(), bounds))


def _is_same_entry(said: str, real: str, passed: float) -> bool:
    one, other = CONNTRACK.match(said), CONNTRACK.match(real)
    if one is None or other is None:
        return _versionless(said) == _versionless(real)
    late = int(one["seconds"]) - int(other["seconds"])
    return one["head"] == other["head"] and -1 <= late <= passed + 1 and within_bounds(one["rest"], other["rest"])


def _versionless(line: str) -> str:
    return re.sub(r"^conntrack v\S+", "conntrack", line)


def _unchanced(line: str) -> str:
    return re.sub(r"initval \S+", "initval", line)


def _sized(line: str) -> str:
    return re.sub(r"^(Size in memory:) \d+$", r"\1 <unknown>", line)


def _columns(line: str) -> list[str]:
    return [PROTOCOLS.get(word, word) for word in line.split() if word != "--"]
