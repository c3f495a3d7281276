"""`smartgoal` and `python -m smartgoal`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit status.

    All is saved and printed by then; the process ends at once, since taking down what was loaded costs 10 ms and more.
    """
    status = answered(sys.argv[1:])
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # the reader is gone: the interpreter knows how to end then
    os._exit(status)


def answered(arguments: list[str]) -> int:
    """Answer a command line, or the shell that asks for one; gives the exit status."""
    if arguments == ["--version"] and sys.stdout is not None:
        from smartgoal import __version__

        try:
            print(f"smartgoal {__version__}", flush=True)  # noqa: T201 - answers before any machinery is loaded
        except OSError as error:
            from smartgoal.cli import fail

            return fail(error)
        return 0
    gc.set_threshold(100_000)  # a short life: to look for garbage while modules load costs 5 % of it
    from smartgoal.cli import complete, run

    completed = complete() if "_SMARTGOAL_COMPLETE" in os.environ else None
    return run(arguments) if completed is None else completed


if __name__ == "__main__":
    main()
