"""Command lines so plain that they need no parser: Typer, whose loading takes longer than the work, is left out."""

from collections.abc import Sequence
from pathlib import Path

from smartgoal.cli.environment import Environment

SWITCHES = frozenset({"--json", "--plain"})


def is_direct(arguments: Sequence[str]) -> bool:
    """True for `import FILE...` with nothing but switches beside the files."""
    words = [each for each in arguments[1:] if each not in SWITCHES]
    return (
        [*arguments[:1]] == ["import"] and bool(words) and not any(each.startswith("-") or not each for each in words)
    )


def answered(arguments: Sequence[str], environment: Environment) -> int:
    """Run such a command line and give its exit status."""
    from smartgoal.cli.import_answer import Asked, answer
    from smartgoal.cli.import_options import Wanted, folder_columns
    from smartgoal.cli.views.reading import progress_line

    plain = "--plain" in arguments
    wanted = Wanted(
        today=environment.today(), language=environment.language, columns=folder_columns(environment.folder),
        progress=progress_line(environment, plain=plain),
    )  # fmt: skip
    files = [Path(each) for each in arguments[1:] if each not in SWITCHES]
    return answer(Asked(files, wanted, as_json="--json" in arguments, plain=plain), environment)
