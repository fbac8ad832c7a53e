"""
Packets as bytes, there and back.

Every packet carries a number of its own where no rule and no router touches it: the IPv4
identification field, the IPv6 flow label. TCP is a SYN, SCTP an INIT, UDP an empty datagram, ICMP an
echo request: each the shortest packet that opens a flow.
"""

import ipaddress
import socket
import struct
from dataclasses import dataclass

PROTOCOLS = {"icmp": 1, "tcp": 6, "udp": 17, "icmpv6": 58, "sctp": 132}
NAMES = {number: name for name, number in PROTOCOLS.items()}
ETHERTYPES = {4: 0x0800, 6: 0x86DD}
SYN, SYN_ACK = 0x02, 0x12
NUMBERS = 65535
"""Packet numbers run from 1 to this; 0 would let the kernel pick one."""


@dataclass(frozen=True)
class Seen:
    """A packet read from the wire. `number` is 0 where it is not one of ours."""

    number: int
    proto: str
    src: str
    dst: str
    sport: int
    dport: int
    reply: bool


def family_of(address: str) -> int:
    return 6 if ":" in address else 4


def build(packet: dict, number: int, reply: bool = False) -> bytes:
    """An IP packet. `reply` makes it the answer of its kind: SYN+ACK, INIT ACK, echo reply."""
    family = family_of(packet["src"])
    src, dst = _packed(packet["src"]), _packed(packet["dst"])
    protocol = PROTOCOLS[packet["proto"]]
    payload = _payload(packet, protocol, reply)
    if packet["proto"] in ("tcp", "udp", "icmpv6"):
        payload = _with_pseudo_checksum(src, dst, protocol, payload)
    if family == 6:
        return struct.pack("!IHBB", 6 << 28 | number, len(payload), protocol, 64) + src + dst + payload
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(payload), number, 0x4000, 64, protocol, 0)
    check = _checksum(head + src + dst)
    return head[:10] + struct.pack("!H", check) + src + dst + payload


def parse(data: bytes) -> Seen | None:
    """The packet, or None where it is of no kind that we send."""
    if len(data) < 20:
        return None
    if data[0] >> 4 == 4:
        return _parse4(data)
    return _parse6(data) if len(data) >= 40 else None


def _parse4(data: bytes) -> Seen | None:
    head = (data[0] & 15) * 4
    src, dst = socket.inet_ntop(socket.AF_INET, data[12:16]), socket.inet_ntop(socket.AF_INET, data[16:20])
    number = int.from_bytes(data[4:6], "big")
    return _parse_payload(NAMES.get(data[9]), data[head:], number, src, dst)


def _parse6(data: bytes) -> Seen | None:
    src, dst = socket.inet_ntop(socket.AF_INET6, data[8:24]), socket.inet_ntop(socket.AF_INET6, data[24:40])
    number = int.from_bytes(data[0:4], "big") & 0xFFFFF
    return _parse_payload(NAMES.get(data[6]), data[40:], number, src, dst)


def _parse_payload(proto: str | None, body: bytes, number: int, src: str, dst: str) -> Seen | None:
    if proto is None or len(body) < 8:
        return None
    first, second = struct.unpack("!HH", body[:4])
    if proto in ("icmp", "icmpv6"):
        requests, replies = (8, 128), (0, 129)
        if body[0] not in requests + replies:
            return None
        return Seen(number, proto, src, dst, int.from_bytes(body[4:6], "big"), 0, body[0] in replies)
    if proto == "tcp" and (len(body) < 14 or body[13] not in (SYN, SYN_ACK)):
        return None
    if proto == "sctp" and (len(body) < 13 or body[12] not in (1, 2)):
        return None
    reply = (proto == "tcp" and body[13] == SYN_ACK) or (proto == "sctp" and body[12] == 2)
    return Seen(number, proto, src, dst, first, second, reply)


def _packed(address: str) -> bytes:
    return ipaddress.ip_address(address).packed


def _payload(packet: dict, protocol: int, reply: bool) -> bytes:
    sport, dport = packet["sport"], packet.get("dport", 0)
    match NAMES[protocol]:
        case "tcp":
            acknowledged, flags = (1, SYN_ACK) if reply else (0, SYN)
            return struct.pack("!HHIIBBHHH", sport, dport, 0, acknowledged, 0x50, flags, 64240, 0, 0)
        case "udp":
            return struct.pack("!HHHH", sport, dport, 8, 0)
        case "sctp":
            # RFC 9260: a verification tag of zero goes with INIT alone.
            tag, chunk = (1, 2) if reply else (0, 1)
            init = struct.pack("!BBHIIHHI", chunk, 0, 20, 1, 65535, 1, 1, 1)
            body = struct.pack("!HHII", sport, dport, tag, 0) + init
            return body[:8] + struct.pack("<I", _crc32c(body)) + body[12:]
        case "icmp":
            body = struct.pack("!BBHHH", 0 if reply else 8, 0, 0, sport, 1)
            return body[:2] + struct.pack("!H", _checksum(body)) + body[4:]
        case _:
            return struct.pack("!BBHHH", 129 if reply else 128, 0, 0, sport, 1)


def _with_pseudo_checksum(src: bytes, dst: bytes, protocol: int, payload: bytes) -> bytes:
    pseudo = src + dst + struct.pack("!II", len(payload), protocol)
    at = {6: 16, 17: 6, 58: 2}[protocol]
    check = _checksum(pseudo + payload)
    if protocol == 17 and check == 0:
        check = 0xFFFF
    return payload[:at] + struct.pack("!H", check) + payload[at + 2 :]


def _checksum(data: bytes) -> int:
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def _crc32c_table() -> list[int]:
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


_CRC32C = _crc32c_table()


def _crc32c(data: bytes) -> int:
    value = 0xFFFFFFFF
    for byte in data:
        value = value >> 8 ^ _CRC32C[(value ^ byte) & 255]
    return value ^ 0xFFFFFFFF
