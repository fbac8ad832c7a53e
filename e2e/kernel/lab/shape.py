"""The nodes that the harness builds, as `snat eval` is told of them."""

import ipaddress

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

NOWHERE: list[Network] = [
    ipaddress.ip_network(text)
    for text in (
        "0.0.0.0/8 127.0.0.0/8 224.0.0.0/4 255.255.255.255/32 "
        "::/127 fe80::/10 ff00::/8 ::ffff:0:0/96"
    ).split()
]
"""Martians, and what is no unicast."""

N1 = {
    "interfaces": [
        {"name": "lo", "addresses": ["127.0.0.1", "::1"]},
        {"name": "pod0", "addresses": ["100.65.0.1", "fd00:65::1"]},
        {"name": "pod1", "addresses": []},
        {"name": "eth0", "addresses": ["10.1.1.10", "2001:db8:1::10"]},
        {"name": "eth1", "addresses": ["10.1.2.10", "2001:db8:2::10"]},
    ],
    "routes": [
        {"to": "0.0.0.0/0", "via": "10.1.1.1", "dev": "eth0"},
        {"to": "10.1.1.1/32", "dev": "eth0"},
        {"to": "10.1.1.0/24", "via": "10.1.1.1", "dev": "eth0"},
        {"to": "10.1.2.1/32", "dev": "eth1"},
        {"to": "10.200.0.0/16", "via": "10.1.2.1", "dev": "eth1"},
        {"to": "100.65.0.0/25", "via": "100.65.0.50", "dev": "pod0"},
        {"to": "100.65.0.128/25", "via": "100.65.0.150", "dev": "pod1"},
        {"to": "::/0", "via": "2001:db8:1::1", "dev": "eth0"},
        {"to": "2001:db8:1::1/128", "dev": "eth0"},
        {"to": "2001:db8:1::/64", "via": "2001:db8:1::1", "dev": "eth0"},
        {"to": "2001:db8:2::1/128", "dev": "eth1"},
        {"to": "2001:db8:c8::/48", "via": "2001:db8:2::1", "dev": "eth1"},
        {"to": "fd00:65::/121", "via": "fd00:65::32", "dev": "pod0"},
        {"to": "fd00:65::80/121", "via": "fd00:65::96", "dev": "pod1"},
    ],
}
"""A node with two uplinks, of which one leads to a single network, and a Pod link without address."""

N2 = {
    "interfaces": [
        {"name": "lo", "addresses": ["127.0.0.1", "::1"]},
        {"name": "ens4", "addresses": ["10.1.1.10", "10.1.1.99", "2001:db8:1::10"]},
        {"name": "cali0", "addresses": []},
        {"name": "cali1", "addresses": []},
        {"name": "vxlan", "addresses": ["10.8.0.0", "fd00:8::"]},
    ],
    "routes": [
        {"to": "0.0.0.0/0", "via": "10.1.1.1", "dev": "ens4"},
        {"to": "10.1.1.1/32", "dev": "ens4"},
        {"to": "10.1.1.0/24", "via": "10.1.1.1", "dev": "ens4"},
        {"to": "10.8.1.0/24", "via": "10.8.1.0", "dev": "vxlan"},
        {"to": "10.200.0.0/16", "via": "10.8.1.0", "dev": "vxlan"},
        {"to": "10.200.7.7/32", "via": "10.1.1.1", "dev": "ens4"},
        {"to": "100.65.0.0/25", "via": "100.65.0.50", "dev": "cali0"},
        {"to": "100.65.0.128/25", "via": "100.65.0.150", "dev": "cali1"},
        {"to": "100.65.0.132/31", "via": "100.65.0.50", "dev": "cali0"},
        {"to": "::/0", "via": "2001:db8:1::1", "dev": "ens4"},
        {"to": "2001:db8:1::1/128", "dev": "ens4"},
        {"to": "2001:db8:1::/64", "via": "2001:db8:1::1", "dev": "ens4"},
        {"to": "2001:db8:c8::/48", "via": "fd00:8::1", "dev": "vxlan"},
        {"to": "2001:db8:c8::7/128", "via": "2001:db8:1::1", "dev": "ens4"},
        {"to": "fd00:65::/121", "via": "fd00:65::32", "dev": "cali0"},
        {"to": "fd00:65::80/121", "via": "fd00:65::96", "dev": "cali1"},
        {"to": "fd00:65::84/127", "via": "fd00:65::32", "dev": "cali0"},
    ],
}
"""A node with one uplink of two addresses, no address on any Pod link, an overlay, nested routes."""

N3 = {
    "interfaces": [
        {"name": "lo", "addresses": ["127.0.0.1", "::1"]},
        {"name": "eth0", "addresses": ["10.1.1.10/24", "10.1.1.99/24", "2001:db8:1::10/64", "2001:db8:1::99/64"]},
        {"name": "pod0", "addresses": ["10.8.0.1/32", "fd00:65::1/128"]},
        {"name": "pod1", "addresses": ["100.65.0.129/25", "fd00:65::81/121"]},
        {"name": "eth1", "addresses": ["10.1.2.10/24", "172.30.0.2/16", "2001:db8:2::10/64", "2001:db8:c8::2/48"]},
    ],
    "routes": [
        {"to": "0.0.0.0/0", "via": "10.1.1.1", "dev": "eth0"},
        {"to": "10.1.1.0/24", "dev": "eth0"},
        {"to": "10.1.2.0/24", "dev": "eth1"},
        {"to": "172.30.0.0/16", "dev": "eth1"},
        {"to": "10.200.0.0/16", "via": "172.30.0.1", "dev": "eth1"},
        {"to": "203.0.113.0/24", "via": "10.1.2.1", "dev": "eth1"},
        {"to": "100.65.0.0/25", "dev": "pod0"},
        {"to": "100.65.0.128/25", "dev": "pod1"},
        {"to": "::/0", "via": "2001:db8:1::1", "dev": "eth0"},
        {"to": "2001:db8:1::/64", "dev": "eth0"},
        {"to": "2001:db8:2::/64", "dev": "eth1"},
        {"to": "2001:db8:c8::/48", "dev": "eth1"},
        {"to": "2600:1900::/28", "via": "2001:db8:c8::1", "dev": "eth1"},
        {"to": "fd00:65::/121", "dev": "pod0"},
        {"to": "fd00:65::80/121", "dev": "pod1"},
    ],
}
"""A node that shares networks with its neighbours: prefixes on the interfaces, secondary addresses."""

SHAPES = {"N1": N1, "N2": N2, "N3": N3}


def is_pod_side(interface: str) -> bool:
    return interface.startswith(("pod", "cali"))


def links(node: dict) -> list[str]:
    return [each["name"] for each in node["interfaces"] if each["name"] != "lo"]


def of_family(node: dict, family: int) -> dict:
    """The node as one IP version sees it, which is also the form of a recording."""

    def kept(text: str) -> bool:
        return (":" in text) == (family == 6)

    return {
        "interfaces": [
            {"name": each["name"], "addresses": [a for a in each["addresses"] if kept(a)]}
            for each in node["interfaces"]
        ],
        "routes": [route for route in node["routes"] if kept(route["to"])],
    }


def prefixed(address: str) -> str:
    """With the length that the kernel gives an address written without one."""
    return address if "/" in address else f"{address}/{128 if ':' in address else 32}"


def own_addresses(node: dict) -> set[str]:
    return {address.split("/")[0] for each in node["interfaces"] for address in each["addresses"]}


def interface_networks(node: dict) -> list[Network]:
    return [
        ipaddress.ip_interface(prefixed(address)).network
        for each in node["interfaces"]
        for address in each["addresses"]
        if each["name"] != "lo"
    ]


def local_networks(node: dict) -> list[Network]:
    """
    What the node takes for itself or for no one: its addresses, broadcast and anycast addresses,
    loopback, multicast, and what no packet may be sent to.
    """
    ends = [each[0 if each.version == 6 else -1] for each in interface_networks(node)]
    return [*NOWHERE, *(ipaddress.ip_network(each) for each in (*own_addresses(node), *ends))]


def is_local(address: str, local: list[Network]) -> bool:
    at = ipaddress.ip_address(address)
    return any(at in network for network in local if network.version == at.version)
