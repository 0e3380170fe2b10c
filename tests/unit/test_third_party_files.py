"""The files of others are as they were recorded, licensed, and in one version throughout."""

import json
from pathlib import Path

from tools import fonts, vendor

ROOT = Path(__file__).resolve().parents[2]


def test_the_browser_files_are_as_recorded() -> None:
    assert vendor.check() == []


def test_the_fonts_of_the_documents_are_as_recorded_and_write_french() -> None:
    assert fonts.check() == []


def test_a_changed_an_unknown_and_a_missing_file_are_all_named(tmp_path, monkeypatch) -> None:
    for folder in vendor.FOLDERS:
        (tmp_path / folder).mkdir()
    (tmp_path / "vendor" / "kept.js").write_text("changed")
    (tmp_path / "vendor" / "stray.js").write_text("stray")
    recorded = {"vendor/kept.js": vendor.checksum(b"kept"), "fonts/lost.woff2": "sha384-x"}
    lock = tmp_path / "vendor" / "vendor.json"
    lock.write_text(json.dumps({"one@1.0.0": {"files": recorded}}))
    monkeypatch.setattr(vendor, "STATIC", tmp_path)
    monkeypatch.setattr(vendor, "LOCK", lock)

    assert vendor.check() == [
        "vendor/stray.js: not in the lock",
        "fonts/lost.woff2: missing",
        "vendor/kept.js: changed",
    ]


def test_every_package_comes_with_its_licence() -> None:
    lock = json.loads(vendor.LOCK.read_text("utf-8"))
    for spec, entry in lock.items():
        assert entry["licence"], spec
        assert any(name.endswith(".txt") for name in entry["files"]), spec


def test_the_type_checker_sees_the_versions_that_are_served() -> None:
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    served = dict(spec.rsplit("@", 1) for spec in vendor.FILES)
    assert wanted["socket.io-client"] == served["socket.io-client"]


def test_no_registry_address_is_recorded() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text("utf-8")
    assert "://" not in vendor.LOCK.read_text("utf-8")
    assert "://" not in fonts.LOCK.read_text("utf-8")
