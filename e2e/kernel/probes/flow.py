"""A flow between two real TCP/IP stacks, in the words of the machines at its ends."""

import socket
import struct
from contextlib import ExitStack, contextmanager
from collections.abc import Iterator

from lab.frame import family_of
from lab.namespace import Namespace

DATAGRAM = b"x"
"""What `nc -zu` sends."""
PING = bytes(56)
"""What `ping` sends behind the eight bytes of an echo request."""
ECHO_REQUEST = {4: 8, 6: 128}


@contextmanager
def begun(where: Namespace, sent: dict) -> Iterator[socket.socket]:
    """The first packet of a flow is on its way, from the machine whose address it carries."""
    family = family_of(sent["src"])
    kind = {4: socket.AF_INET, 6: socket.AF_INET6}[family]
    with ExitStack() as open_sockets:
        with where.entered():
            client = open_sockets.enter_context(_socket(kind, sent["proto"]))
        client.setblocking(False)
        if sent["proto"] == "tcp":
            client.bind((sent["src"], sent["sport"]))
            client.connect_ex((sent["dst"], sent["dport"]))
        elif sent["proto"] == "udp":
            client.bind((sent["src"], sent["sport"]))
            client.sendto(DATAGRAM, (sent["dst"], sent["dport"]))
        else:
            client.bind((sent["src"], 0))
            client.sendto(_echo(family, sent["sport"]), (sent["dst"], 0))
        yield client


@contextmanager
def listening(where: Namespace, sent: dict) -> Iterator[socket.socket | None]:
    """Somebody at the far end, whom a connection or a datagram reaches; echoes the kernel answers itself."""
    if sent["proto"] not in ("tcp", "udp"):
        yield None
        return
    kind = socket.AF_INET6 if family_of(sent["dst"]) == 6 else socket.AF_INET
    with where.entered():
        server = _socket(kind, sent["proto"])
    with server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((sent["dst"], sent["dport"]))
        if sent["proto"] == "tcp":
            server.listen(1)
        else:
            server.settimeout(3)
        yield server


def answer(server: socket.socket | None, sent: dict) -> None:
    """A datagram back, where no kernel answers."""
    if server is not None and sent["proto"] == "udp":
        server.sendto(DATAGRAM, server.recvfrom(64)[1])


def _socket(kind: int, proto: str) -> socket.socket:
    if proto == "tcp":
        return socket.socket(kind, socket.SOCK_STREAM)
    if proto == "udp":
        return socket.socket(kind, socket.SOCK_DGRAM)
    return socket.socket(kind, socket.SOCK_RAW, socket.getprotobyname("ipv6-icmp" if kind == socket.AF_INET6 else "icmp"))


def _echo(family: int, identifier: int) -> bytes:
    """The kernel writes the checksum of ICMPv6, and ours is for ICMP."""
    head = struct.pack("!BBHHH", ECHO_REQUEST[family], 0, 0, identifier, 1)
    total = sum(struct.unpack("!4H", head))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return head[:2] + struct.pack("!H", ~total & 0xFFFF) + head[4:] + PING
