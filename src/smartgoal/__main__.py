"""`smartgoal` and `python -m smartgoal`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit status."""
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        from smartgoal import __version__

        try:
            print(f"smartgoal {__version__}", flush=True)  # noqa: T201 - answers before any machinery is loaded
        except OSError as error:
            from smartgoal.cli import fail

            sys.exit(fail(error))
        return
    gc.set_threshold(100_000)  # a short life: to look for garbage while modules load costs 5 % of it
    from smartgoal.cli import complete, run

    answered = complete() if "_SMARTGOAL_COMPLETE" in os.environ else None
    sys.exit(run(sys.argv[1:]) if answered is None else answered)


if __name__ == "__main__":
    main()
