"""Entry point: `python3 app.py COMMAND`. Needs nothing but Python: the set-up brings the
libraries, then the command line takes over.

Nothing else is imported here, so that the async mode is chosen before anything that could use it.
"""

import sys


def main() -> int:
    """Make sure of the libraries, choose the async mode, hand over to the command line."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the very check that says so
        sys.stderr.write("Tablée : Python 3.11 ou plus récent est nécessaire / is needed.\n")
        return 1
    from facilitation.setup.bootstrap import prepare  # noqa: PLC0415 - newer syntax

    status = prepare(sys.argv)
    if status is not None:
        return status
    if sys.argv[1:2] != ["themes"]:  # no socket there, and quicker without
        from facilitation.concurrency import patch  # noqa: PLC0415 - before anything opens a socket

        patch()
    from facilitation.cli import main as command_line  # noqa: PLC0415 - after the patch

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
