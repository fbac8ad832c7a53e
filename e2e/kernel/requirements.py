"""What the harness needs of the machine, and what of it is missing."""

import os
import platform
import shutil
import subprocess
import sys

from lab.lab import built
from lab.shape import SHAPES

TOOLS = ("ip", "iptables-restore", "ip6tables-restore", "iptables-save", "ip6tables-save", "ipset", "conntrack")


def missing() -> list[str]:
    """Each a thing by its name; empty where the harness can run."""
    if platform.system() != "Linux":
        return ["Linux"]
    lacks = [] if sys.version_info >= (3, 10) else ["Python 3.10 or newer"]
    if os.geteuid() != 0:
        lacks.append("root")
    lacks += [tool for tool in TOOLS if shutil.which(tool) is None]
    if lacks:
        return lacks
    try:
        with built(SHAPES["N1"]):
            return []
    except (OSError, RuntimeError) as error:
        return [f"network namespaces, veth and netfilter ({error})"]


def versions() -> str:
    tool = subprocess.run(("iptables", "--version"), capture_output=True, text=True, check=False)
    return f"Linux {platform.release()}, {tool.stdout.strip()}"
