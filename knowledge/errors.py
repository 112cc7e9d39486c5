"""What is raised when a file of the knowledge base cannot be used."""

from __future__ import annotations


class BadKnowledge(Exception):
    """A knowledge file is wrong: which file, which line, and in Vietnamese what its author should do."""

    def __init__(self, file: str, line: int, fault: str) -> None:
        super().__init__(f"{file}, dòng {line}: {fault}")
        self.file = file
        self.line = line
        self.fault = fault
