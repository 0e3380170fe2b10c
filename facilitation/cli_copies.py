"""The commands of the command line that take copies and go back to them."""

from pathlib import Path
from typing import Final

import click
from rich.console import Console

from facilitation import settings
from facilitation.domain.core import Refused
from facilitation.speech import say

console = Console(highlight=False, soft_wrap=True)


@click.command(help=say("help_backup"))
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help=say("help_all"))
@click.option("--to", "folder", type=click.Path(path_type=Path), help=say("help_backups"))
def backup(code: str | None, everything: bool, folder: Path | None) -> None:
    """Take a copy by hand, also while the server runs."""
    from facilitation import copying  # noqa: PLC0415

    if (code is None) != everything:
        raise Refused("code_or_all")
    read = settings.read()
    copying.by_hand(read, code.upper() if code else None, folder, console)


@click.command(help=say("help_restore"))
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("--sheet", type=click.Path(path_type=Path), help=say("help_sheet"))
@click.option("--yes", is_flag=True, help=say("help_yes"))
def restore(source: Path | None, sheet: Path | None, yes: bool) -> None:
    """Go back to a copy, or bring in an archive; or write the sheet that says how."""
    from facilitation import archiving, restoring  # noqa: PLC0415

    read = settings.read()
    if sheet is not None:
        restoring.write_sheet(sheet, console)
    elif source is not None and source.suffix == ".zip":
        archiving.bring_in(read, source, console)
    else:
        restoring.run(
            read, source or read.backups, console, lambda text: yes or click.confirm(text)
        )


@click.command(help=say("help_archive"))
@click.argument("code")
@click.option("--to", "file", type=click.Path(path_type=Path), required=True)
def archive(code: str, file: Path) -> None:
    """Write one workshop, as facilitators may read it, into one file."""
    from facilitation import archiving  # noqa: PLC0415

    archiving.archive(settings.read(), code.upper(), file, console)


COMMANDS: Final = (backup, restore, archive)
