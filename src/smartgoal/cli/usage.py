"""Usage errors said in the user's language.

Typer's parser has English sentences only, so each of its errors is said anew from its type and fields.
"""

from collections.abc import Callable
from typing import Any

from typer.exceptions import TyperException

from smartgoal.errors import SmartgoalError, UsageError
from smartgoal.language import N_

SEE_HELP = N_("See: {command} --help")


def said_anew(error: TyperException) -> SmartgoalError:
    """The same error as a message id with values."""
    context = getattr(error, "ctx", None)
    values: dict[str, Any] = {"command": context.command_path if context else "smartgoal"}
    say = SAYINGS.get(type(error).__name__, unexpected)
    message, more = say(error)
    return UsageError(message, advice=SEE_HELP, **values, **more)


def missing(error: Any) -> tuple[str, dict[str, Any]]:
    """A required argument or option was left out."""
    return N_("Missing: {name}."), {"name": shown(error.param)}


def no_such_option(error: Any) -> tuple[str, dict[str, Any]]:
    """An option that does not exist, perhaps with near ones."""
    if error.possibilities:
        near = ", ".join(sorted(error.possibilities))
        return N_("There is no option {name}. Did you mean {near}?"), {"name": error.option_name, "near": near}
    return N_("There is no option {name}."), {"name": error.option_name}


def bad_option(error: Any) -> tuple[str, dict[str, Any]]:
    """An option without the value it needs, or with one it does not take."""
    if "does not take" in error.message:
        return N_("The option {name} takes no value."), {"name": error.option_name}
    return N_("The option {name} needs a value after it."), {"name": error.option_name}


def bad_parameter(error: Any) -> tuple[str, dict[str, Any]]:
    """A value that does not fit its option."""
    return N_("The value of {name} does not fit."), {"name": shown(error.param)}


def unexpected(error: Any) -> tuple[str, dict[str, Any]]:
    """Anything else: a missing command or arguments that nobody asked for."""
    if error.message.startswith("Missing command"):
        return N_("No command was given."), {}
    if "extra argument" in error.message:
        return N_("This does not fit here: {words}."), {"words": error.message.partition("(s) (")[2].rstrip(")")}
    return N_("The command line was not understood."), {}


def shown(parameter: Any) -> str:
    """How the user writes this parameter."""
    if parameter is None:
        return "?"
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return str(max(parameter.opts, key=len))


SAYINGS: dict[str, Callable[[Any], tuple[str, dict[str, Any]]]] = {
    "MissingParameter": missing,
    "NoSuchOption": no_such_option,
    "BadOptionUsage": bad_option,
    "BadArgumentUsage": unexpected,
    "BadParameter": bad_parameter,
}
