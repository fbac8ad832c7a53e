"""Asks the project's engine the questions that the kernel was asked, through `snat eval`."""

import json
import shlex
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DEFAULT = "npm run -s snat -- eval"
ASKED = ("id", "node", "family", "rules", "sets", "packets")


class EngineFault(Exception):
    """The command did not answer every case, one line each."""


class Engine:
    def __init__(self, command: str) -> None:
        self.command = shlex.split(command)

    def ask(self, cases: list[dict]) -> list[dict]:
        """One child process for all; an answer for each case, in order."""
        lines = [json.dumps({key: case[key] for key in ASKED if key in case}) for case in cases]
        try:
            done = subprocess.run(
                [*self.command, *([] if "-" in self.command else ["-"])],
                input="\n".join((*lines, "")), cwd=ROOT, capture_output=True, text=True, check=False,
            )  # fmt: skip
        except OSError as error:
            raise EngineFault(f"{self.command[0]}: {error.strerror}") from error
        answers = [_parsed(line) for line in done.stdout.splitlines() if line.strip()]
        if len(answers) != len(cases):
            said = done.stderr.strip()[-2000:]
            raise EngineFault(
                f"{len(answers)} answers to {len(cases)} cases, exit code {done.returncode}: {said}"
            )
        return answers


def _parsed(line: str) -> dict:
    try:
        answer = json.loads(line)
    except ValueError as error:
        raise EngineFault(f"no JSON: {line[:200]}") from error
    if not isinstance(answer, dict):
        raise EngineFault(f"no object: {line[:200]}")
    return answer
