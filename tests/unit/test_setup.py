"""The set-up: what it understands, what it says, and that a second start has nothing to do."""

import ast
import sys
from pathlib import Path

import pytest

from facilitation.setup import bootstrap, javascript, libraries, places, speech, stages
from facilitation.setup.speech import SetupFailed


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({}, False),
    ],
)
def test_it_speaks_the_terminals_language(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: bool
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert speech.is_french() is expected


def test_every_sentence_exists_in_both_languages_with_the_same_blanks() -> None:
    for name, (in_french, in_english) in speech.SENTENCES.items():
        assert in_french != in_english, name
        assert _blanks(in_french) == _blanks(in_english), name


def _blanks(text: str) -> set[str]:
    return {part.split("}")[0].split(":")[0] for part in text.split("{")[1:]}


def test_the_set_up_runs_before_any_library_is_there() -> None:
    modules = sorted(Path(bootstrap.__file__).parent.glob("*.py"))
    for file in [*modules, places.ROOT / "facilitation" / "__init__.py"]:
        for name in _imported(file):
            assert name in sys.stdlib_module_names or name == "facilitation", f"{file.name}: {name}"


def _imported(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    named = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0] for name in plain | named}


def test_the_folder_of_wheels_is_taken_out_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[libraries.Need] = []
    monkeypatch.setattr(libraries, "ensure", asked.append)
    monkeypatch.setattr(bootstrap, "inside_venv", lambda: True)
    argv = ["app.py", "serve", "--wheels", "stick", "--port", "8080"]

    assert bootstrap.prepare(argv) is None
    assert argv == ["app.py", "serve", "--port", "8080"]
    assert asked == [libraries.Need("run", Path("stick"))]


@pytest.mark.usefixtures("french")
def test_a_forgotten_folder_gets_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.prepare(["app.py", "serve", "--wheels"]) == 1
    assert capsys.readouterr().err == "Après --wheels, indiquez un dossier.\n"


@pytest.mark.usefixtures("french")
def test_an_empty_folder_of_wheels_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupFailed, match="ne contient aucun fichier"):
        libraries.offline_options(tmp_path)


def test_with_wheels_pip_asks_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "flask-3.1.3-py3-none-any.whl").touch()
    assert libraries.offline_options(tmp_path)[0] == "--no-index"


def test_an_unreadable_stamp_counts_as_none(tmp_path: Path, monkeypatch) -> None:
    stamp = tmp_path / "stamp.json"
    monkeypatch.setattr(libraries, "STAMP", stamp)
    for content in ("", "[]", "{", '{"run": "other"}'):
        stamp.write_text(content)
        assert not libraries.is_ready("run")


def test_an_installed_set_is_recognised_until_a_requirement_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in libraries.WANTED_BY["dev"]:
        (tmp_path / name).write_text("one==1\n")
    monkeypatch.setattr(libraries, "ROOT", tmp_path)
    monkeypatch.setattr(libraries, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(libraries, "run_pip", lambda *_: None)
    monkeypatch.setattr(libraries, "venv_python", lambda: Path(sys.executable))
    installed: list[str] = []
    monkeypatch.setattr(libraries, "run_pip", lambda *arguments: installed.append(arguments[-1]))

    libraries.ensure(libraries.Need("dev"))
    libraries.ensure(libraries.Need("dev"))
    libraries.ensure(libraries.Need("run"))
    assert installed == ["requirements-dev.txt"]

    (tmp_path / "requirements.txt").write_text("one==2\n")
    libraries.ensure(libraries.Need("run"))
    assert installed[1:] in (["requirements.txt"], ["requirements-dev.txt"])
    assert libraries.is_ready("run")


def test_the_stages_come_cheapest_first_and_the_browser_late() -> None:
    names = [stage.name for stage in stages.every_stage()]
    assert names.index("ruff") < names.index("mypy") < names.index("unit") < names.index("e2e")
    assert names[-2:] == ["gevent", "threading"]


def test_fast_leaves_the_browser_out_and_asks_for_none() -> None:
    asked = stages.Asked.read(["--fast"])
    left = {stage.name for stage in stages.every_stage() if not asked.wants(stage)}
    assert left == {"e2e"}
    assert not asked.needs_browser()
    assert stages.Asked.read([]).needs_browser()


def test_an_unknown_stage_or_option_gets_a_sentence() -> None:
    with pytest.raises(SetupFailed, match="nonsense"):
        stages.run(stages.Asked.read(["--only", "nonsense"]))
    with pytest.raises(SetupFailed):
        stages.Asked.read(["--quick"])


def test_the_first_failure_stops_the_run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def saying(name: str, code: int) -> stages.Stage:
        program = f"import sys; print('ran {name}'); sys.exit({code})"
        return stages.Stage(name, (sys.executable, "-c", program))

    chosen = [saying("one", 0), saying("two", 3), saying("three", 0)]
    monkeypatch.setattr(stages, "every_stage", lambda: chosen)

    assert stages.run(stages.Asked()) == 3
    printed = capfd.readouterr().out
    assert "ran one" in printed
    assert "ran three" not in printed


def test_a_stage_without_its_folder_or_tools_says_so_and_does_not_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(javascript, "has_tools", lambda: False)
    missing = stages.Stage("later", ("false",), "no/such/folder")
    without_tools = stages.Stage("biome", ("false",), wants_javascript_tools=True)
    monkeypatch.setattr(stages, "every_stage", lambda: [missing, without_tools])

    assert stages.run(stages.Asked()) == 0
    printed = capsys.readouterr().out
    assert "no/such/folder does not exist yet" in printed
    assert "Stages not run: later, biome." in printed


def test_an_option_that_wheels_does_not_know_downloads_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    downloads: list[object] = []
    monkeypatch.setattr(libraries, "download", lambda *arguments: downloads.append(arguments))
    assert bootstrap.prepare(["app.py", "wheels", "a-name"]) == 1
    assert "--python-version" in capsys.readouterr().err
    assert bootstrap.prepare(["app.py", "wheels", "--platform", "win_amd64"]) == 0
    assert len(downloads) == 1


def test_the_better_engine_is_installed_by_its_hash_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(libraries, "run_pip", lambda *line: asked.append(line))
    monkeypatch.setattr(libraries, "offline_options", lambda _wheels: [])
    libraries.add_better(None)
    assert asked == [("install", "--quiet", "--no-deps", "-r", libraries.BETTER)]
    (line,) = [
        line
        for line in (libraries.ROOT / libraries.BETTER).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert "==" in line
    assert " --hash=sha256:" in line
