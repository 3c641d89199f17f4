"""Where the parser writes down what is wrong with an article, so that one run shows it all."""

from dataclasses import dataclass, field

from pipeline.values.finding import Finding, Severity


@dataclass(slots=True)
class Problems:
    """The findings of one file, gathered while it is read, and the text that they are about."""

    path: str
    text: str = ""
    lines: list[str] = field(init=False)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def error(self, code: str, line: int, message: str, fix: str, source: str = "") -> None:
        """Write down an error on a line, counted from 1."""
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.ERROR,
                path=self.path,
                line=line,
                message=message,
                fix=fix,
                source_path=self.path,
                source_line=line,
                source=source,
            )
        )
