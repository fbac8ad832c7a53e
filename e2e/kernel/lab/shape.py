"""The nodes that the harness builds, as `snat eval` is told of them."""

ZERO = {4: "0.0.0.0/0", 6: "::/0"}

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

SHAPES = {"N1": N1, "N2": N2}


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


def own_addresses(node: dict) -> set[str]:
    return {address for each in node["interfaces"] for address in each["addresses"]}
