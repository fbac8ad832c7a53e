"""Where random addresses come from: areas that a cluster meets, for one IP version."""

import ipaddress
from random import Random

from lab.shape import NOWHERE, interface_networks, is_local, is_pod_side, local_networks, own_addresses

AREAS = {
    4: (
        "10.1.0.0/16 10.2.0.0/16 10.0.0.0/8 100.64.0.0/10 172.16.0.0/12 192.168.0.0/16 "
        "169.254.0.0/16 203.0.113.0/24 8.8.0.0/16 34.0.0.0/8 240.0.0.0/5 10.200.0.0/16"
    ).split(),
    6: (
        "2001:db8:1::/48 2001:db8:2::/48 2001:db8::/32 2001:db8:c8::/48 fd00::/8 fd00:10::/32 "
        "64:ff9b::/96 2600:1900::/28 2000::/3 2404:6800::/32"
    ).split(),
}
PODS = {
    4: ("100.65.0.0/24", "100.65.0.0/25", "100.65.0.128/25", "100.64.0.0/10", "100.65.0.50"),
    6: ("fd00:65::/120", "fd00:65::/121", "fd00:65::80/121", "fd00::/8", "fd00:65::32"),
}
USUAL = {
    4: "8.8.8.8 8.8.4.4 10.2.1.100 203.0.113.9 10.200.7.7 10.1.1.77 169.254.169.254 10.1.1.1".split(),
    6: "2001:4860:4860::8888 2001:db8:2::100 2001:db8:c8::7 2001:db8:1::77 2001:db8:1::1".split(),
}
BACKENDS = {
    4: "100.65.0.150 100.65.0.50 100.65.0.7 10.2.1.100 8.8.8.8 10.200.7.7 10.1.1.10".split(),
    6: "fd00:65::96 fd00:65::32 fd00:65::7 2001:db8:2::100 2001:db8:c8::7 2001:db8:1::10".split(),
}
SOURCES = {
    4: "10.9.9.9 10.1.1.10 10.1.1.77 203.0.113.77".split(),
    6: "fd09::9 2001:db8:1::10 2001:db8:1::77 2001:db8:ffff::77".split(),
}


def sendable(address: str) -> bool:
    return not is_local(address, NOWHERE)


class Space:
    """The addresses of one node, and the ranges that rules and packets are drawn from."""

    def __init__(self, rng: Random, family: int, node: dict) -> None:
        self.rng, self.family, self.node = rng, family, node
        self.width = 32 if family == 4 else 128
        self.own = sorted(own_addresses(node) - {"127.0.0.1", "::1"})
        self.ends = sorted({str(end) for each in interface_networks(node) for end in (each[0], each[-1])})
        """First and last address of every network that the node is part of."""
        self._local = local_networks(node)
        names = [each["name"] for each in node["interfaces"] if each["name"] != "lo"]
        self.pod_links = [name for name in names if is_pod_side(name)]
        self.uplinks = [name for name in names if not is_pod_side(name)]

    def text(self, number: int) -> str:
        kind = ipaddress.IPv4Address if self.family == 4 else ipaddress.IPv6Address
        return str(kind(number % (1 << self.width)))

    def network(self, area: str | None = None) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
        """A range inside an area, of any length, sometimes the area itself."""
        outer = ipaddress.ip_network(area or self.rng.choice(AREAS[self.family]))
        if self.rng.random() < 0.08:
            return outer
        longest = self.width if self.rng.random() < 0.3 else min(self.width, outer.prefixlen + 64)
        prefix = self.rng.randint(outer.prefixlen, longest)
        base = int(outer.network_address) | self.rng.getrandbits(self.width) & int(outer.hostmask)
        return ipaddress.ip_network((base, prefix), strict=False)

    def inside(self, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> str:
        offset = self.rng.getrandbits(self.width) & int(network.hostmask)
        return self.text(int(network.network_address) | offset)

    def anywhere(self) -> str:
        return self.inside(ipaddress.ip_network(self.rng.choice(AREAS[self.family])))

    def pod(self, link: str) -> str:
        """The address of a Pod behind a link."""
        ranges = [
            ipaddress.ip_network(route["to"])
            for route in self.node["routes"]
            if route["dev"] == link and (":" in route["to"]) == (self.family == 6)
        ]
        return self.inside(self.rng.choice(ranges))

    def is_foreign(self, address: str) -> bool:
        """Whether a packet from outside may say that it comes from there."""
        return not is_local(address, self._local)

    def written(self) -> str:
        """A range as people write ranges: prefix, mask, host bits left in, single address."""
        rng, network = self.rng, self.network()
        kind = rng.random()
        if kind < 0.08:
            return self.with_holes(network)
        if kind < 0.16:
            return f"{self.inside(network)}/{network.prefixlen}"
        if kind < 0.24:
            return f"{network.network_address}/{network.netmask}"
        if kind < 0.32:
            return self.inside(network)
        return str(network)

    def with_holes(self, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> str:
        """A mask that is no prefix, as `-d 10.0.0.5/255.0.255.255`."""
        hole = 0xFF << 8 * self.rng.randint(0, self.width // 8 - 1)
        mask = ~hole & ((1 << self.width) - 1) if self.rng.random() < 0.5 else int(network.netmask) & ~hole
        return f"{self.inside(network)}/{self.text(mask)}"

    def span(self) -> str:
        """Two addresses for iprange or `--to-source`, seldom on the edges of a prefix."""
        network = self.network()
        if self.rng.random() < 0.5:
            return f"{network.network_address}-{network.broadcast_address}"
        lo, hi = sorted(int(ipaddress.ip_address(self.inside(network))) for _ in range(2))
        return f"{self.text(lo)}-{self.text(hi)}"
