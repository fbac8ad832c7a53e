"""Asks the project's engine the questions that the kernel is asked, through `snat eval`."""

import json
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DEFAULT = "npm run -s snat -- eval -"
ASKED = ("id", "node", "family", "rules", "sets", "packets", "scenario")


class EngineFault(Exception):
    """The command did not answer as it should: says nothing about a rule, everything about a run."""


class Engine:
    """One child process for a whole run. It answers each line as it comes."""

    def __init__(self, child: "subprocess.Popen[str]", errors: Path) -> None:
        self._child, self._errors = child, errors

    def ask(self, case: dict) -> dict:
        self.put(case)
        return self.answer(case)

    def put(self, case: dict) -> None:
        """Starts the engine on a case; at most one is on its way."""
        line = json.dumps({key: case[key] for key in ASKED if key in case})
        try:
            assert self._child.stdin is not None
            self._child.stdin.write(f"{line}\n")
            self._child.stdin.flush()
        except BrokenPipeError as error:
            raise self._fault("ended") from error

    def answer(self, case: dict) -> dict:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise self._fault("ended")
        try:
            answer = json.loads(line)
        except ValueError as error:
            raise self._fault(f"no JSON: {line[:200]}") from error
        if not isinstance(answer, dict) or answer.get("id") != case["id"]:
            raise self._fault(f"no answer to {case['id']}: {line[:200]}")
        return answer

    def _fault(self, said: str) -> EngineFault:
        words = self._errors.read_text(encoding="utf-8", errors="replace").strip()
        return EngineFault(f"{said}\n{words[-2000:]}".strip())


@contextmanager
def started(command: str) -> Iterator[Engine]:
    with tempfile.NamedTemporaryFile("w+", prefix="snat-eval-") as errors:
        child = subprocess.Popen(
            shlex.split(command), cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
        )  # fmt: skip
        try:
            yield Engine(child, Path(errors.name))
        finally:
            assert child.stdin is not None and child.stdout is not None
            try:
                child.stdin.close()
            except BrokenPipeError:
                pass
            child.stdout.close()
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
