"""A machine beyond the node: its own TCP/IP stack, whose every frame passes through our hands."""

import fcntl
import select
import socket
import struct
import time
from array import array

from lab.frame import ETHERTYPES, family_of
from lab.lab import Lab
from lab.namespace import Namespace
from lab.shape import prefixed

DEVICE = "net0"
PATIENCE = 3.0
"""Seconds for a frame that must come."""

SIOCETHTOOL, ETHTOOL_STXCSUM = 0x8946, 0x17


class Silence(Exception):
    """A frame that had to come did not."""


class Stack:
    """
    One address behind a device of its own. Nothing gets from there to the lab's node, or back, unless
    it is carried: so a flow stands still between any two of its packets.
    """

    def __init__(self, lab: Lab, address: str, wire: str) -> None:
        self.address = address
        self.namespace = Namespace()
        self.namespace.sysctl(
            ipv6__conf__all__accept_dad=0, ipv6__conf__default__accept_dad=0,
            ipv6__conf__all__disable_ipv6=0, ipv6__conf__default__disable_ipv6=0,
            ipv6__conf__default__accept_ra=0, ipv6__conf__default__router_solicitations=0,
            ipv6__conf__default__addr_gen_mode=1,
        )  # fmt: skip
        six = family_of(address) == 6
        lab.world.must("ip", "link", "add", wire, "type", "veth", "peer", "name", DEVICE, "netns", self.namespace.path)
        lab.world.must("ip", "link", "set", wire, "up")
        commands = (
            "link set lo up",
            f"link set {DEVICE} arp off up",
            f"addr add {prefixed(address)} dev {DEVICE} {'nodad' if six else ''}",
            f"route add {'::/0' if six else '0.0.0.0/0'} dev {DEVICE}",
        )
        self.namespace.must("ip", "-batch", "-", text="".join(f"{line}\n" for line in commands))
        whole_checksums(self.namespace, DEVICE)
        with lab.world.entered():
            self._wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003))
            self._wire.bind((wire, 0x0003))
            self._wire.setblocking(False)
        words = self.namespace.must("ip", "-br", "link", "show", "dev", DEVICE).split()
        self._head = bytes.fromhex(words[2].replace(":", "")) + bytes.fromhex("020000000098")

    def deliver(self, packet: bytes) -> None:
        self._wire.send(self._head + ETHERTYPES[packet[0] >> 4].to_bytes(2, "big") + packet)

    def sent(self) -> bytes:
        """The next IP packet that the machine has sent."""
        return wait_for([("", self._wire)], self.address)[1]

    def close(self) -> None:
        self._wire.close()
        self.namespace.close()


def wait_for(wires: list[tuple[str, socket.socket]], source: str | None = None) -> tuple[str, bytes]:
    """The first IP packet, from `source` where one is named, that comes out of any of the wires, and which."""
    by_descriptor = {wire.fileno(): (name, wire) for name, wire in wires}
    poll = select.poll()
    for descriptor in by_descriptor:
        poll.register(descriptor, select.POLLIN)
    end = time.monotonic() + PATIENCE
    while (left := end - time.monotonic()) > 0:
        for descriptor, _ in poll.poll(left * 1000):
            name, wire = by_descriptor[descriptor]
            data, origin = wire.recvfrom(4096)
            packet = data[14:]
            if origin[2] != socket.PACKET_OUTGOING and is_of_a_flow(packet) and source in (None, source_of(packet)):
                return name, packet
    raise Silence(f"nothing came from {source or 'the node'}")


def is_of_a_flow(packet: bytes) -> bool:
    """What IPv6 says to its neighbours on its own is none of ours."""
    if len(packet) < 20 or packet[0] >> 4 == 4:
        return len(packet) >= 20
    return len(packet) > 40 and packet[6] in (6, 17, 58) and not (packet[6] == 58 and packet[40] >= 130)


def source_of(packet: bytes) -> str:
    if packet[0] >> 4 == 4:
        return socket.inet_ntop(socket.AF_INET, packet[12:16])
    return socket.inet_ntop(socket.AF_INET6, packet[8:24])


def whole_checksums(namespace: Namespace, device: str) -> None:
    """A veth leaves checksums to whoever takes the frame out, which here is nobody."""
    value = array("B", struct.pack("II", ETHTOOL_STXCSUM, 0))
    request = struct.pack("16sP", device.encode(), value.buffer_info()[0])
    with namespace.entered(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, SIOCETHTOOL, request.ljust(40, b"\0"))
