"""Pods, node and world: three namespaces tied to each other by veth pairs and to nothing else."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from lab.frame import ETHERTYPES
from lab.namespace import Namespace
from lab.shape import is_pod_side, links, prefixed

# A delivered packet is answered by the node's own stack, which ends a TCP flow at once. Our own
# local packets are none of these. An ICMPv6 echo request is all of ICMPv6 that may leave.
SILENCE = {
    "iptables": ["-p tcp --tcp-flags RST RST", "-p icmp ! --icmp-type 8", "-p sctp --chunk-types any ABORT"],
    "ip6tables": [
        "-p tcp --tcp-flags RST RST",
        "-p icmpv6 ! --icmpv6-type 128",
        "-p sctp --chunk-types any ABORT",
    ],
}

# Table nat is only consulted where something asks for connection tracking, which a table of ACCEPT
# and RETURN alone does not. On a node of a cluster something always does.
TRACKING = "*filter\n-A FORWARD -m conntrack --ctstate INVALID\nCOMMIT\n"


class Lab:
    """
    `far[name]` is the far end of the node's interface of that name: what goes in, what came out.
    `mute`: the node's own stack answers nothing that is delivered to it.
    """

    def __init__(self, shape: dict, mute: bool = True) -> None:
        self.shape, self._mute = shape, mute
        self.pods, self.node, self.world = Namespace(), Namespace(), Namespace()
        self.far: dict[str, socket.socket] = {}
        self._build()
        self._open_sockets()

    def _side(self, interface: str) -> Namespace:
        return self.pods if is_pod_side(interface) else self.world

    def _build(self) -> None:
        for side in (self.pods, self.world):
            side.sysctl(ipv6__conf__default__disable_ipv6=1, ipv6__conf__all__disable_ipv6=1, ipv4__ip_forward=0)
        for where in ("default", "all"):
            self.node.sysctl(
                **{
                    f"ipv6__conf__{where}__accept_dad": 0,
                    f"ipv6__conf__{where}__accept_ra": 0,
                    f"ipv6__conf__{where}__router_solicitations": 0,
                    f"ipv6__conf__{where}__disable_ipv6": 0,
                    f"ipv4__conf__{where}__rp_filter": 0,
                    f"ipv4__conf__{where}__send_redirects": 0,
                }
            )
        # Without link-local addresses: they are not part of the shape.
        self.node.sysctl(ipv6__conf__default__addr_gen_mode=1)
        names = links(self.shape)
        for namespace in (self.node, self.pods, self.world):
            make_way(namespace, names)
        self._ip(self.node, [f"link add {name} type veth peer name {name} netns {self._side(name).path}" for name in names])
        for side in (self.pods, self.world):
            self._ip(side, [f"link set {name} up" for name in names if self._side(name) is side])
        self._ip(self.node, self._node_commands())
        self._must_be_alone()
        self.node.sysctl(ipv4__ip_forward=1, ipv6__conf__all__forwarding=1)
        for tool, kinds in SILENCE.items():
            rules = "".join(f"-A OUTPUT {kind} -j DROP\n" for kind in kinds if self._mute)
            self.node.must(f"{tool}-restore", text=f"*raw\n{rules}COMMIT\n{TRACKING}")

    def _must_be_alone(self) -> None:
        """Before anything is forwarded: no link is up that this lab did not make."""
        for namespace in (self.pods, self.node, self.world):
            up = namespace.must("ip", "-br", "link", "show", "up").splitlines()
            names = {line.split()[0].split("@")[0] for line in up}
            if strange := names - {"lo", *links(self.shape)}:
                raise RuntimeError(f"links of someone else: {', '.join(sorted(strange))}")

    def _ip(self, namespace: Namespace, commands: list[str]) -> None:
        namespace.must("ip", "-batch", "-", text="".join(f"{line}\n" for line in commands))

    def _node_commands(self) -> Iterator[str]:
        yield "link set lo up"
        for each in self.shape["interfaces"]:
            if each["name"] == "lo":
                continue
            # No neighbour is ever asked for: every next hop is taken to be there.
            yield f"link set {each['name']} arp off up"
            for address in each["addresses"]:
                quiet = "nodad" if ":" in address else ""
                yield f"addr add {prefixed(address)} dev {each['name']} noprefixroute {quiet}"
        for route in self.shape["routes"]:
            via = f"via {route['via']}" if "via" in route else ""
            onlink = "onlink" if via else ""
            yield f"route add {route['to']} {via} dev {route['dev']} {onlink}"

    def _open_sockets(self) -> None:
        for name in links(self.shape):
            with self._side(name).entered():
                far = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003))
                far.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
                far.bind((name, 0x0003))
                far.setblocking(False)
                self.far[name] = far
        with self.node.entered():
            self.local = {
                4: socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_RAW),
                6: socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_RAW),
            }
        self._heads = {name: self._head(name) for name in self.far}

    def _head(self, interface: str) -> bytes:
        words = self.node.must("ip", "-br", "link", "show", "dev", interface).split()
        return bytes.fromhex(words[2].replace(":", "")) + bytes.fromhex("020000000099")

    def send(self, interface: str | None, data: bytes) -> None:
        """An IP packet into the node by an interface, or from a process of its own (None)."""
        family = data[0] >> 4
        if interface is None:
            at = data[16:20] if family == 4 else data[24:40]
            kind = socket.AF_INET if family == 4 else socket.AF_INET6
            self.local[family].sendto(data, (socket.inet_ntop(kind, at), 0))
            return
        head = self._heads[interface] + ETHERTYPES[family].to_bytes(2, "big")
        self.far[interface].send(head + data)

    def close(self) -> None:
        for each in (*self.far.values(), *self.local.values(), self.pods, self.node, self.world):
            each.close()


def make_way(namespace: Namespace, names: list[str]) -> None:
    """Where a module for tunnels is loaded, every namespace is born with a device of it: `tunl0`."""
    there = [line.split()[0].split("@")[0] for line in namespace.must("ip", "-br", "link").splitlines()]
    for number, name in enumerate(name for name in there if name in names):
        namespace.must("ip", "link", "set", name, "name", f"born{number}")


@contextmanager
def built(shape: dict, mute: bool = True) -> Iterator[Lab]:
    lab = Lab(shape, mute)
    try:
        yield lab
    finally:
        lab.close()
