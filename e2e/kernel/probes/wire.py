"""A packet in the words of a tcpdump line that no chance decides: who to whom, what kind, how long."""

import socket
import struct

FLAGS = ((0x02, "S"), (0x01, "F"), (0x04, "R"), (0x08, "P"), (0x10, "."))
ECHOES = {4: {8: "request", 0: "reply"}, 6: {128: "request", 129: "reply"}}
UNREACHABLE = {4: 3, 6: 1}


def on_wire(packet: bytes) -> str:
    if packet[0] >> 4 == 4:
        head, family, at, kind = (packet[0] & 15) * 4, socket.AF_INET, (12, 16, 20), packet[9]
        whole = int.from_bytes(packet[2:4], "big")
    else:
        head, family, at, kind = 40, socket.AF_INET6, (8, 24, 40), packet[6]
        whole = 40 + int.from_bytes(packet[4:6], "big")
    src, dst = (socket.inet_ntop(family, packet[start:end]) for start, end in zip(at, at[1:]))
    body, name = packet[head:whole], "IP6" if family == socket.AF_INET6 else "IP"
    if kind in (6, 17):
        sport, dport = struct.unpack("!HH", body[:4])
        return f"{name} {src}.{sport} > {dst}.{dport}: {_segment(body) if kind == 6 else f'UDP, length {len(body) - 8}'}"
    return f"{name} {src} > {dst}: {_control(body, 6 if name == 'IP6' else 4)}"


def _segment(body: bytes) -> str:
    flags = "".join(letter for bit, letter in FLAGS if body[13] & bit)
    return f"Flags [{flags}], length {len(body) - (body[12] >> 4) * 4}"


def _control(body: bytes, family: int) -> str:
    if body[0] in ECHOES[family]:
        return f"echo {ECHOES[family][body[0]]}, id {int.from_bytes(body[4:6], 'big')}, length {len(body)}"
    return f"unreachable, length {len(body)}" if body[0] == UNREACHABLE[family] else f"type {body[0]}"
