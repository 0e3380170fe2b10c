"""Interface texts are found wherever they are written, and their translations keep the blanks."""

import gettext
import io
import re

import pytest
from babel.messages.catalog import Catalog

from tools import i18n, javascript_texts


def found(source: str) -> list[object]:
    file = io.BytesIO(source.encode())
    return [text for _, _, text, _ in javascript_texts.extract(file, {}, (), {})]


def test_texts_in_templates_inside_templates_are_found() -> None:
    inner = """html`<b title=${_("Corriger")}>${_('L’attente')}</b>`"""
    source = f"""html`<p>${{one ? {inner} : _("Rien")}}</p>`"""
    assert found(source) == ["Corriger", "L’attente", "Rien"]


def test_a_plural_gives_both_its_forms() -> None:
    assert found('n_("{n} vote", "{n} votes", n, { n })') == [("{n} vote", "{n} votes")]


def test_other_functions_that_end_alike_are_left_alone() -> None:
    assert found('map_("a"); one._("b"); $_("c"); function _(text) {}') == []


def test_escapes_are_read_as_the_browser_reads_them() -> None:
    assert found(r'_("Prêts\u202f? \"oui\"")') == ['Prêts\u202f? "oui"']


@pytest.mark.parametrize("call", ['_("a" + b)', "_(`a`)", 'n_("one", n)'])
def test_a_text_that_is_not_one_plain_literal_is_refused(call: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        found(call)


def catalogue(*texts: str | tuple[str, str]) -> Catalog:
    made = Catalog(locale="fr")
    for text in texts:
        made.add(text, None, [("facilitation/static/js/pages/phone.js", 0)])
    return made


@pytest.fixture
def translated(tmp_path, monkeypatch):
    """Set what the source says; return a function that translates one text."""
    monkeypatch.setattr(i18n, "ENGLISH", tmp_path / "en" / "messages.po")

    def translate(source: Catalog, text: object, *english: str) -> None:
        monkeypatch.setattr(i18n, "extracted", lambda: source)
        i18n.update()
        known = i18n.english()
        known.get(text).string = english[0] if isinstance(text, str) else english
        i18n.ENGLISH.write_bytes(i18n._po(known))

    return translate


def test_a_text_without_translation_is_named(translated) -> None:
    translated(catalogue("Écran", "Vote"), "Écran", "Screen")
    assert [line.split(" (")[0] for line in i18n.problems()] == ["not translated: Vote"]


def test_a_blank_that_the_source_does_not_have_is_named(translated) -> None:
    translated(catalogue("{n} min"), "{n} min", "{m} min")
    assert i18n.problems()[0].startswith("other placeholders")


@pytest.mark.parametrize("text", ["Prêts ?", "Durée : 5 min", "L'attente", "« oui »", "Envoi..."])
def test_a_french_text_with_ordinary_spaces_or_straight_quotes_is_named(translated, text) -> None:
    translated(catalogue(text), text, "English")
    assert i18n.problems()[0].startswith("no-break spaces")


def test_every_french_text_has_the_printers_spaces_and_quotes() -> None:
    assert i18n._unfrench(i18n.extracted()) == []


def test_bringing_in_new_texts_keeps_the_translations_and_drops_the_old_texts(
    translated, monkeypatch
) -> None:
    translated(catalogue("Écran", "Ancien"), "Écran", "Screen")
    monkeypatch.setattr(i18n, "extracted", lambda: catalogue("Écran", "Nouveau"))
    i18n.update()
    assert i18n.english().get("Écran").string == "Screen"
    assert i18n.english().get("Ancien") is None
    assert i18n.english().get("Nouveau").string == ""


def test_a_text_that_takes_a_plural_is_to_be_translated_anew(translated, monkeypatch) -> None:
    translated(catalogue("{n} vote"), "{n} vote", "{n} vote")
    monkeypatch.setattr(i18n, "extracted", lambda: catalogue(("{n} vote", "{n} votes")))
    i18n.update()
    assert i18n.problems() == ["not translated: {n} vote (facilitation/static/js/pages/phone.js)"]


def test_the_same_texts_give_the_same_bytes(translated) -> None:
    plural = ("{n} vote", "{n} votes")
    translated(catalogue(plural, "Écran"), plural, "{n} vote", "{n} votes")
    first, before = i18n.generated(), i18n.ENGLISH.read_bytes()
    i18n.update()
    assert i18n.ENGLISH.read_bytes() == before
    assert i18n.generated() == first


def test_french_says_zero_in_the_singular(translated) -> None:
    plural = ("{n} vote", "{n} votes")
    translated(catalogue(plural), plural, "{n} vote", "{n} votes")
    compiled = i18n.generated()[i18n.TRANSLATIONS / "fr" / "LC_MESSAGES" / "messages.mo"]
    french = gettext.GNUTranslations(io.BytesIO(compiled))
    assert [french.ngettext(*plural, n) for n in (0, 1, 2)] == [plural[0], plural[0], plural[1]]


def test_every_text_is_translated_with_the_same_blanks_and_none_is_left_over() -> None:
    assert i18n.problems() == []


def test_no_french_text_stands_outside_the_catalogue() -> None:
    scripts = (
        (path, _without_texts(path.read_text(encoding="utf-8")))
        for path in i18n.SCRIPTS.rglob("*.js")
        if path.parent.name != "generated" and path.name != "measure.js"  # widths of letters
    )
    templates = (
        (path, re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.S))
        for path in (i18n.PACKAGE / "templates").rglob("*.html")
    )
    names = re.compile(r"Tablée|Français|[.]replaceAll.*")
    left = [
        f"{path.name}: {line.strip()}"
        for path, text in (*scripts, *templates)
        for line in names.sub("", text).splitlines()
        if re.search(r"[à-öù-ÿÀ-ÖÙ-ÝŒœ’«»]", line)
    ]
    assert left == []


def test_each_role_keeps_a_letter_of_its_own_in_the_legend_of_the_matrix() -> None:
    french = "A autorité, P pilote, C contribue, E en appui, I pour information, N non concerné"
    for legend in (french, str(i18n.english().get(french).string)):
        parts = legend.split(", ")
        assert len({part[0] for part in parts}) == len(parts) == 6, legend


def _without_texts(source: str) -> str:
    """The script without its comments and without the texts it hands over to be translated."""
    source = re.sub(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", "", source, flags=re.S)
    literal = javascript_texts.LITERAL.pattern
    return re.sub(rf"(?<![\w.$])n?_\(\s*(?:(?:{literal})\s*,?\s*)+", "_(", source)


def test_the_english_speaks_to_any_organisation_not_of_a_state() -> None:
    """The French speaks of the State’s services, where Tablée comes from."""
    told = [str(text) for one in i18n.english() for text in (one.string, *one.string)]
    assert len(told) > 1000
    assert [
        text for text in told if re.search(r"\b(the State|State’s|Poles?|prefect)\b", text)
    ] == []
