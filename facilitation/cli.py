"""The command line: `python app.py COMMAND`. Speaks on the terminal; decides nothing itself."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markup import escape

from facilitation import __version__, cli_copies, settings
from facilitation.domain.core import Refused
from facilitation.protocol.ports import StorageFailed
from facilitation.speech import language, say

console = Console(highlight=False, soft_wrap=True)


class Stopped(click.ClickException):
    """A clear sentence, no trace, exit status 1."""

    def show(self, file: object = None) -> None:
        """Tell the person what is wrong."""
        Console(stderr=True, highlight=False, soft_wrap=True).print(
            f"[bold red]Tablée[/] {escape(self.message)}"
        )


@click.group(help=say("help"))
@click.version_option(__version__, prog_name="Tablée")
def commands() -> None:
    """The commands that `app.py` hands over."""


@commands.command(help=say("help_serve"))
@click.option("--host", default="0.0.0.0", show_default=True)  # noqa: S104 - phones come by the LAN
@click.option("--port", default=5000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--scenario", default="belfort-2013", show_default=True)
@click.option("--workshop", default=None, help=say("help_workshop"))
@click.option("--backups", type=click.Path(path_type=Path), help=say("help_backups"))
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help=say("help_workers")
)
@click.option("--parent", default=0, hidden=True)
def serve(backups: Path | None, **wanted: Any) -> None:
    """Serve the day: the latest open workshop, or a new one from the scenario."""
    from facilitation import serving  # noqa: PLC0415 - the whole house, only when it is served

    read = settings.read()
    if backups is not None:
        read = replace(read, backup_dir=str(backups))
    serving.run(read, serving.Wanted(**wanted), console)


@commands.command(help=say("help_create"))
@click.option("--scenario", default="belfort-2013", show_default=True)
@click.option("--rehearsal", is_flag=True, help=say("help_rehearsal"))
def create(scenario: str, rehearsal: bool) -> None:
    """Create a workshop from a scenario and print its code."""
    from facilitation import serving  # noqa: PLC0415

    built = serving.build(settings.read())
    room = serving.create(built, scenario, rehearsal=rehearsal)
    console.print(room.code)
    # Programs read the code alone from the output.
    Console(stderr=True, highlight=False).print(serving.keeping(room), style="dim", markup=False)
    built.close()


@commands.command(help=say("help_link"))
@click.argument("code")
@click.option("--role", type=click.Choice(["facilitator", "screen", "observer", "table"]))
@click.option("--table", default=None, help=say("help_table"))
def link(code: str, role: str | None, table: str | None) -> None:
    """Mint a one-use link for a co-facilitator, a screen, an observer or a table's device."""
    from facilitation import links, serving  # noqa: PLC0415

    read = settings.read()
    built = serving.build(read)
    built.address = serving.known_address(read)
    console.print(links.invitation(built, code.upper(), role or "facilitator", table))
    built.close()


@commands.command(help=say("help_export"))
@click.argument("code")
@click.option("--to", "folder", type=click.Path(path_type=Path), required=True)
@click.option("--lang", type=click.Choice(["fr", "en"]), default=None)
def export(code: str, folder: Path, lang: str | None) -> None:
    """Write every document of a workshop into a folder."""
    from facilitation import exporting  # noqa: PLC0415

    exporting.run(settings.read(), code.upper(), folder, lang, console)


@commands.command(help=say("help_purge"))
@click.argument("code", required=False)
@click.option("--due", is_flag=True, help=say("help_due"))
@click.option("--yes", is_flag=True, help=say("help_yes"))
def purge(code: str | None, due: bool, yes: bool) -> None:
    """Delete a workshop for good, or all those whose date has come."""
    from facilitation import purging, serving  # noqa: PLC0415

    if bool(code) == due:
        raise click.UsageError("CODE or --due")
    read = settings.read()
    built = serving.build(read)
    wanted = purging.waiting(read, built) if code is None else [code.upper()]
    for one in wanted:
        purging.check(read, built, one)
        if not yes:
            click.confirm(say("purge_sure", code=one), abort=True)
    left = purging.purge_each(
        read, built, wanted, lambda one: console.print(say("purged", code=one))
    )
    if not wanted:
        console.print(say("nothing_due"))
    built.close()
    if left is not None:
        raise left


@commands.command(help=say("help_rehearse"))
@click.argument("code", required=False)
@click.option("--participants", default=60, show_default=True, type=click.IntRange(1, 500))
@click.option("--scenario", default="belfort-2013", show_default=True)
@click.option("--devices", is_flag=True, help=say("help_devices"))
@click.option(
    "--pace",
    default=1.0,
    show_default=True,
    type=click.FloatRange(0, 60),
    help=say("help_pace"),
)
@click.option("--wipe", is_flag=True, help=say("help_wipe"))
def rehearse(  # noqa: PLR0913, PLR0917 - the options of a command line
    code: str | None, participants: int, scenario: str, devices: bool, pace: float, wipe: bool
) -> None:
    """Let simulated people play the day over the network, on a server that runs."""
    from facilitation import rehearsing  # noqa: PLC0415

    wanted = rehearsing.Wanted(code, participants, scenario, devices, pace, wipe)
    rehearsing.main(settings.read(), wanted, console)


@commands.command(help=say("help_doctor"))
@click.option("--host", default="0.0.0.0", show_default=True)  # noqa: S104 - as `serve` would
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--scenario", default="belfort-2013", show_default=True)
@click.option("--lang", type=click.Choice(["fr", "en"]), default=None)
def doctor(host: str, port: int, scenario: str, lang: str | None) -> int:
    """Say whether this machine is ready for the day."""
    from facilitation.doctor import checkup  # noqa: PLC0415

    wanted = checkup.Wanted(host, port, scenario, lang or language())
    return checkup.run(settings.read(), wanted, console)


@commands.command(help=say("help_themes"))
@click.option("--words-only", is_flag=True, help=say("help_words_only"))
def themes(words_only: bool) -> None:
    """Read texts on standard input, write their themes on standard output."""
    from facilitation import theming  # noqa: PLC0415

    click.echo(theming.answer(sys.stdin.buffer, better=not words_only))


@commands.command(help=say("help_generate"))
@click.option("--check", is_flag=True, help=say("help_check"))
def generate(check: bool) -> None:
    """Write the files that derive from the catalogue and the translations."""
    root = Path(__file__).resolve().parent.parent
    sys.path.insert(0, str(root))
    from tools import generate as generator  # noqa: PLC0415 - a development tool

    stale = generator.run(root, check=check)
    for path in stale:
        console.print(path)
    if check and stale:
        raise Stopped(say("stale"))


for _one in cli_copies.COMMANDS:
    commands.add_command(_one)


def main() -> int:
    """Run a command; every foreseen failure is one sentence."""
    try:
        # Without its standalone mode the library answers what the command returned.
        return int(commands(standalone_mode=False) or 0)
    except Refused as refusal:
        return _stop(say(refusal.code, **refusal.details))
    except StorageFailed as failure:
        return _stop(say(failure.code))
    except click.exceptions.Abort:
        return 1
    except click.UsageError as problem:
        return _explain(problem)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code


def _explain(problem: click.UsageError) -> int:
    """What is wrong with the line typed, in the terminal's language."""
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        problem.show()
        return problem.exit_code
    command = problem.ctx.info_name if problem.ctx and problem.ctx.parent else ""
    name = getattr(problem, "option_name", "")
    param = getattr(problem, "param", None)
    if param is not None:
        name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
    Stopped(say(_wrong(problem), name=name, command=command).replace("  ", " ")).show()
    return problem.exit_code


def _wrong(problem: click.UsageError) -> str:
    match problem:
        case click.NoSuchOption():
            return "no_option"
        case click.MissingParameter():
            return "missing_value"
        case click.BadParameter() | click.BadOptionUsage():
            return "bad_value"
    return "usage"


def _stop(sentence: str) -> int:
    Stopped(sentence).show()
    return 1
