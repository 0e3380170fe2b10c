"""Scripts and styles joined into one answer: the same modules, in the reader's language."""

import json
from pathlib import Path

import pytest

from facilitation.web import assets, joining


def written(folder: Path, **modules: str) -> Path:
    """Modules in a folder; the first is the page."""
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / f"{next(iter(modules))}.js"


def test_modules_stand_before_who_takes_from_them_each_once(tmp_path: Path) -> None:
    page = written(
        tmp_path,
        page='import { a } from "./a.js";\nimport { b } from "./b.js";\na(b);\n',
        a='import { b } from "./b.js";\nexport function a() {\n  return b;\n}\n',
        b="/** Said once. */\nexport const b = 1;\n",
    )
    joined = joining.script(page, {})
    assert joined.index("const b = 1") < joined.index("function a()") < joined.index("a(b);")
    assert joined.count("const b = 1") == 1
    assert "Said once" not in joined
    assert "import" not in joined


def test_two_modules_may_give_the_same_name(tmp_path: Path) -> None:
    page = written(
        tmp_path,
        page='import { a } from "./a.js";\nimport { a as other } from "./b.js";\na(other);\n',
        a="export const a = 1;\n",
        b="export const a = 2;\n",
    )
    joined = joining.script(page, {})
    assert "const a=_m0.a;" in joined
    assert "const other=_m1.a;" in joined


def test_a_text_is_there_in_the_readers_language(tmp_path: Path) -> None:
    page = written(tmp_path, page='say(_("Merci"), n_(\n"%(n)s voix", "%(n)s voix", n), _("Nom"));')
    words = {"Merci": "Thank you", "%(n)s voix": ["%(n)s vote", "%(n)s votes"]}
    joined = joining.script(page, words)
    assert 'say(_("Thank you"), n_("%(n)s vote","%(n)s votes", n), _("Nom"));' in joined


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;\n",
        'import x from "./b.js";\n',
        "export let a = 1;\n",
        'import "./b.js";\n',
    ],
)
def test_what_the_joining_does_not_know_is_refused(tmp_path: Path, text: str) -> None:
    page = written(tmp_path, page='import { a } from "./a.js";\n', a=text, b="")
    with pytest.raises(joining.CannotJoin):
        joining.script(page, {})


def test_a_ring_of_modules_is_refused(tmp_path: Path) -> None:
    ring = {"a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\n'}
    with pytest.raises(joining.CannotJoin):
        joining.script(written(tmp_path, page='import { a } from "./a.js";\n', **ring), {})


@pytest.mark.parametrize("page", assets.SCRIPTS)
def test_no_text_of_an_english_page_stays_french(page: str) -> None:
    found = assets.Assets().find(f"joined/{page}-en.js")
    assert found is not None
    text, words = found.body.decode(), assets.english()
    said = joining.SINGLE.findall(text) + [one for one, _ in joining.COUNTED.findall(text)]
    french = {json.loads(f'"{one}"') for one in said} & set(words)
    assert not {one for one in french if one not in (words[one], words[one][0])}


def test_an_address_changes_with_the_content_and_unknown_names_have_none() -> None:
    made = assets.Assets()
    assert made.address("icon.svg") == f"/assets/{made.version}/icon.svg"
    assert made.find("../app.py") is None
    assert made.find("joined/nothing.css") is None
    assert made.find("joined/facilitate-fr.js") is None
