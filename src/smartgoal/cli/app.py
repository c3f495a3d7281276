"""The Typer application. A command's module is imported when that command is called, not before."""

import re
from collections.abc import Collection
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command as build

from smartgoal import __version__
from smartgoal.cli.commands import COMMANDS
from smartgoal.cli.help import command_help, group_help
from smartgoal.cli.values import lightened
from smartgoal.errors import UsageError
from smartgoal.language import N_, load

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment


NEGATIVE = re.compile(r"-[.,]?\d")


class SmartgoalCommand(TyperCommand):
    """A command whose help is in the user's language."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Its parameters, --help among them."""
        return lightened(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; a number below zero is no option."""
        takers = {name for each in self.params if not getattr(each, "is_flag", True) for name in each.opts}
        return super().parse_args(ctx, with_minus_signs(args, takers))

    def get_help(self, ctx: Any) -> str:
        """The help page as text."""
        return command_help(self, ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, written to our own stream."""
        return with_own_help(super().get_help_option(ctx))

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Names of options for Tab, explained in the user's language."""
        return translated(super().shell_complete(ctx, incomplete), ctx)


def with_minus_signs(arguments: list[str], takers: Collection[str]) -> list[str]:
    """The arguments with a true minus sign before numbers below zero, save where an option takes them as its value."""
    before = [None, *arguments]
    return [
        f"\N{MINUS SIGN}{each[1:]}" if NEGATIVE.match(each) and last not in takers else each
        for last, each in zip(before, arguments, strict=False)
    ]


class LazyGroup(TyperGroup):
    """The root: knows the names of its commands and imports one when it is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.params.append(language_option())

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters of the root, --help among them."""
        return lightened(super().get_params(ctx))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the base's signature
        """The names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | None:  # type: ignore[override]  # noqa: ARG002
        """Build the command `cmd_name`, or None where there is no such command."""
        return load_command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command of `args`; an unknown one is told with the nearest names."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise unknown_command(args[0])
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The root help page as text."""
        return group_help({name: entry.summary for name, entry in COMMANDS.items()}, self, ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, written to our own stream."""
        return with_own_help(super().get_help_option(ctx))

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Names of options for Tab, explained in the user's language; `completing` offers the commands."""
        return translated(super().shell_complete(ctx, incomplete), ctx)


def with_own_help(option: Any) -> Any:
    """The option with a callback of ours: Typer's writes UTF-8 to a console that says it holds ASCII only."""
    option.callback = show_help
    return option


def show_help(context: typer.Context, _option: Any, wanted: bool) -> None:
    """Write the help page and end."""
    if wanted and not context.resilient_parsing:
        context.obj.say(context.get_help())
        context.exit()


def translated(items: list[Any], context: Any) -> list[Any]:
    """Completions with their explanations in the user's language."""
    for item in items:
        item.help = item.help and context.obj.language.text(item.help)
    return items


def load_command(name: str) -> TyperCommand:
    """Import and build one command, with the options that every command has."""
    module = import_module(f"smartgoal.cli.commands.{COMMANDS[name].module}")
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=SmartgoalCommand, help=COMMANDS[name].summary, epilog=module.EXAMPLES)(
        getattr(module, COMMANDS[name].module)
    )
    command = build(single)
    assert isinstance(command, TyperCommand)
    command.params.append(language_option())
    return command


def checked_language(value: str | None) -> str | None:
    """The code of `--lang` if there is such a language. Raises UsageError otherwise."""
    if value is not None:
        load(value)
    return value


LANGUAGE = typer.Option(
    "--lang", metavar="ru|en", help=N_("Language of the output."), callback=checked_language, expose_value=False
)


def language_option() -> Any:
    """`--lang` as an option of any command: read before the parser runs (`language.choose`), shown in help here."""
    carrier = typer.Typer(add_completion=False, rich_markup_mode=None)

    @carrier.command()
    def carry(lang: Annotated[str | None, LANGUAGE] = None) -> None:
        """Give Typer a signature to build the option from."""

    return build(carrier).params[0]


def unknown_command(name: str) -> UsageError:
    """The error for a command that does not exist."""
    from difflib import get_close_matches

    near = ", ".join(get_close_matches(name, COMMANDS, n=3))
    if near:
        return UsageError("There is no command {name}. Did you mean {near}?", advice="See: smartgoal --help",
                          name=name, near=near)  # fmt: skip
    return UsageError("There is no command {name}.", advice="See: smartgoal --help", name=name)


TYPERS_OWN = (
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""Texts of options that Typer adds by itself, so that they are translated like ours."""

app = typer.Typer(cls=LazyGroup, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=N_("Print the version."))] = False,
) -> None:
    """Turn "where are we now" into a SMART goal and a plan that holds up."""
    environment: Environment = context.obj
    if version:
        environment.say(f"smartgoal {__version__}")
    elif context.invoked_subcommand is None:
        environment.say(context.get_help())
