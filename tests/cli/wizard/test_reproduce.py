"""How a command is quoted, and when it needs an answers file."""

import shlex

from smartgoal.cli.wizard.reproduce import quoted

ARGUMENTS = (
    "smartgoal",
    "new",
    "--goal",
    '250 новых; it\'s $HOME `x` "q"',
    "--target=-15",
    "-o",
    "plan.smartgoal.toml",
)


def test_a_posix_shell_reads_the_same_arguments_back() -> None:
    assert tuple(shlex.split(quoted(ARGUMENTS, windows=False))) == ARGUMENTS


def test_powershell_gets_single_quotes_with_doubled_ones_inside() -> None:
    command = quoted(ARGUMENTS, windows=True)
    assert "'250 новых; it''s $HOME `x` \"q\"'" in command
    assert command.startswith("smartgoal new --goal ") or "'--goal'" in command
