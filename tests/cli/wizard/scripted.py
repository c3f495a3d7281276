"""A front end that answers by question id and may break off at one of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smartgoal.cli.wizard.screen import Back, BrokenOffError, Screen
from smartgoal.cli.wizard.wrapping import Line, text_of


@dataclass
class ScriptedFrontEnd:
    """`asked` holds the ids in order, `told` the lines that were written."""

    answers: Mapping[str, str]
    break_at: int | None = None
    typed: str = ""
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    def ask(self, screen: Screen) -> str | Back:
        self.asked.append(screen.id)
        self.fields[screen.id] = screen.typed
        if self.break_at is not None and len(self.asked) > self.break_at:
            raise BrokenOffError(self.typed)
        text = self.answers.get(screen.id, "")
        assert not screen.check(text), (screen.id, text, screen.check(text))
        return text

    def tell(self, lines: tuple[Line, ...]) -> None:
        self.told.extend(text_of(line) for line in lines)

    def stop(self) -> None:
        raise KeyboardInterrupt
