"""Help pages in the user's language. Message ids stand in the signatures; here they become text."""

import re
import textwrap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from smartgoal.cli.views.page import page_width

if TYPE_CHECKING:
    import typer
    from typer.core import TyperCommand, TyperGroup

    from smartgoal.language import Language

MARGIN = "  "
CONTINUED = " \\"
Row = tuple[str, str]


def command_help(command: "TyperCommand", context: "typer.Context") -> str:
    """The page of one command: usage, what it does, arguments, options, examples."""
    language: Language = context.obj.language
    say = language.text
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    named = [(shown_argument(argument, language), say(getattr(argument, "help", None) or "")) for argument in arguments]
    usage = [context.command_path, *(name for name, _ in named), f"[{say('OPTIONS')}]"]
    blocks = [
        f"{say('Usage:')} {' '.join(usage)}",
        paragraph(say(command.help or "")),
        section(say("Arguments"), named),
        section(say("Options"), option_rows(command.get_params(context), language)),
        examples(command.epilog or "", language),
    ]
    return "\n\n".join(block for block in blocks if block)


def group_help(summaries: Mapping[str, str], group: "TyperGroup", context: "typer.Context") -> str:
    """The root page: what the tool is for, its commands in the order of the work, options."""
    language: Language = context.obj.language
    say = language.text
    blocks = [
        f"{say('Usage:')} smartgoal {say('COMMAND')} [{say('OPTIONS')}]",
        paragraph(say('Turn "where are we now" into a SMART goal and a plan that holds up.')),
        section(say("Commands"), [(name, say(summary)) for name, summary in summaries.items()]),
        section(say("Options"), option_rows(group.get_params(context), language)),
        paragraph(say("Start with: smartgoal new. Help on a command: smartgoal new --help.")),
    ]
    return "\n\n".join(blocks)


def paragraph(text: str) -> str:
    """A text wrapped to the page."""
    return "\n".join(textwrap.wrap(text, page_width()))


def option_rows(parameters: Iterable[Any], language: "Language") -> list[Row]:
    """Options as they are written, each with what it does."""
    options = [p for p in parameters if p.param_type_name == "option" and not p.hidden]
    return [(shown_option(option, language), described(option, language)) for option in options]


def described(option: Any, language: "Language") -> str:
    """What an option does; click's own --help has an English text, ours is a message like any other."""
    if option.name == "help":
        return language.text("Show this page.")
    return language.text(option.help or "")


def shown_option(option: Any, language: "Language") -> str:
    """`-o, --output FILE`."""
    names = ", ".join(sorted([*option.opts, *option.secondary_opts], key=len))
    if option.is_flag or option.name == "help":
        return names
    return f"{names} {language.text(option.metavar)}" if option.metavar else names


def shown_argument(argument: Any, language: "Language") -> str:
    """`PLAN` or `[PLAN]...`."""
    name = language.text(argument.metavar or argument.name.upper())
    if argument.nargs == -1:
        name = f"{name}..."
    return name if argument.required else f"[{name}]"


def section(title: str, rows: list[Row]) -> str:
    """A titled list in two columns, or in one below the other where the left one is long."""
    if not rows:
        return ""
    width = page_width()
    left = min(max(len(name) for name, _ in rows), width // 3)
    return "\n".join([f"{title}:", *(row_text(row, left, width) for row in rows)])


def row_text(row: Row, left: int, width: int) -> str:
    """One row; a name wider than the left column gets a line of its own."""
    name, text = row
    indent = MARGIN + " " * (left + 2)
    body = textwrap.wrap(text, max(20, width - len(indent))) or [""]
    if len(name) > left:
        return "\n".join([MARGIN + name, *(indent + line for line in body)])
    first = f"{MARGIN}{name:<{left}}  {body[0]}".rstrip()
    return "\n".join([first, *(indent + line for line in body[1:])])


def examples(lines: str, language: "Language") -> str:
    """The commands to copy, one a line; they are run by the tests."""
    if not lines:
        return ""
    commands = [language.text(line.strip()) for line in lines.strip().splitlines()]
    body = "\n".join(line for command in commands for line in command_lines(command, page_width()))
    return f"{language.text('Examples')}:\n{body}"


def command_lines(command: str, width: int) -> list[str]:
    """A command to copy, broken before its options with the backslash that a shell reads on after."""
    words = re.split(r" (?=-)", command)
    lines = [MARGIN + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) + len(" ") + len(CONTINUED) <= width:
            lines[-1] += f" {word}"
        else:
            lines[-1] += CONTINUED
            lines.append(f"{MARGIN}{MARGIN}{word}")
    return lines
