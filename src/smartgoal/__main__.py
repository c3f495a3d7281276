"""`smartgoal` and `python -m smartgoal`."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit status."""
    if sys.argv[1:] == ["--version"]:
        from smartgoal import __version__

        print(f"smartgoal {__version__}")  # noqa: T201 - answers before any machinery is loaded
        return
    from smartgoal.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
