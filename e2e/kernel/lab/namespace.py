"""Network namespaces without a name: each lives as long as this process and no longer."""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

CLONE_NEWNET = 0x40000000
OWN = "/proc/thread-self/ns/net"
_libc = ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


class Namespace:
    """
    The kernel frees it with its last descriptor, so nothing stays behind even where this process is
    killed. Children inherit the namespace that they are started in, not the descriptor.
    """

    def __init__(self) -> None:
        home = os.open(OWN, os.O_RDONLY)
        try:
            _checked(_libc.unshare(CLONE_NEWNET))
            try:
                self.fd = os.open(OWN, os.O_RDONLY)
            finally:
                _checked(_libc.setns(home, CLONE_NEWNET))
        finally:
            os.close(home)

    @property
    def path(self) -> str:
        """For tools that are told of a namespace by its file."""
        return f"/proc/{os.getpid()}/fd/{self.fd}"

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Sockets opened and processes started inside belong to the namespace."""
        home = os.open(OWN, os.O_RDONLY)
        try:
            _checked(_libc.setns(self.fd, CLONE_NEWNET))
            try:
                yield
            finally:
                _checked(_libc.setns(home, CLONE_NEWNET))
        finally:
            os.close(home)

    def run(self, *command: str, text: str = "") -> subprocess.CompletedProcess[str]:
        with self.entered():
            return subprocess.run(command, input=text, capture_output=True, text=True, check=False)

    def must(self, *command: str, text: str = "") -> str:
        """The output of a command that has no reason to fail."""
        done = self.run(*command, text=text)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def sysctl(self, **settings: object) -> None:
        """Keys as below /proc/sys/net with `__` for `/`: ipv4__ip_forward=1."""
        with self.entered():
            for key, value in settings.items():
                with open(f"/proc/sys/net/{key.replace('__', '/')}", "w", encoding="ascii") as file:
                    file.write(str(value))

    def close(self) -> None:
        os.close(self.fd)
