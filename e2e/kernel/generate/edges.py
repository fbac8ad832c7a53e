"""Where a table changes its mind: the addresses and ports that its own text names, and their neighbours."""

import ipaddress
import re
from random import Random

ADDRESS = r"[0-9a-fA-F]*[:.][0-9a-fA-F:.]+"
NETWORK = re.compile(rf"(?<![\w:])({ADDRESS})(?:/({ADDRESS}|\d+))?(?![\w-])")
SPAN = re.compile(rf"({ADDRESS})-({ADDRESS})")
PORT_WORDS = re.compile(r"(?:--[ds]?ports?|,(?:tcp:|udp:|sctp:)?)\s?([\d:,\-]+)")


def addresses(text: str, family: int, rng: Random) -> list[str]:
    """First, last, the ones beside them, one in between."""
    kind = ipaddress.IPv4Address if family == 4 else ipaddress.IPv6Address
    width = 32 if family == 4 else 128
    found: list[int] = []
    for base, mask in NETWORK.findall(text):
        if (bounds := _bounds(base, mask, family)) is None:
            continue
        value, holes = bounds
        inside = value | rng.getrandbits(width) & holes
        found += [value, value - 1, value | holes, (value | holes) + 1, inside]
        if holes & (holes + 1):
            found += [value | 1 << rng.randrange(width), inside ^ 1 << rng.randrange(width)]
    for lo, hi in SPAN.findall(text):
        try:
            first, last = int(kind(lo)), int(kind(hi))
        except ValueError:
            continue
        found += [first - 1, first, last, last + 1, rng.randint(min(first, last), max(first, last))]
    return sorted({str(kind(each)) for each in found if 0 <= each < 1 << width})


def _bounds(base: str, mask: str, family: int) -> tuple[int, int] | None:
    """The lowest address, and the bits that are free."""
    width = 32 if family == 4 else 128
    kind = ipaddress.IPv4Address if family == 4 else ipaddress.IPv6Address
    every = (1 << width) - 1
    try:
        value = int(kind(base))
        if not mask:
            fixed = every
        elif mask.isdigit():
            fixed = every & ~(every >> int(mask))
        else:
            fixed = int(kind(mask))
    except ValueError:
        return None
    return value & fixed, every & ~fixed


def ports(text: str) -> list[int]:
    found: set[int] = set()
    for words in PORT_WORDS.findall(text):
        for word in re.findall(r"\d+", words):
            found |= {int(word) - 1, int(word), int(word) + 1}
    return sorted(port for port in found if 1 <= port <= 65535)
