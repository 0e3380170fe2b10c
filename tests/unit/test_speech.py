"""What the terminal says: the same sentences with the same blanks in both languages."""

import re

import pytest

from facilitation import speech

BLANK = re.compile(r"%\(\w+\)s")


def test_every_sentence_exists_in_both_languages_with_the_same_blanks() -> None:
    blanks = [
        {code: set(BLANK.findall(text)) for code, text in sentences.items()}
        for sentences in (speech._FR, speech._EN)
    ]
    assert blanks[0] == blanks[1]


@pytest.mark.parametrize(
    ("terminal", "said"),
    [
        ("fr_FR.UTF-8", "Écrit\u00a0: a.pdf"),
        ("en_GB.UTF-8", "Written: a.pdf"),
        ("de_DE.UTF-8", "Written: a.pdf"),
        ("C.UTF-8", "Écrit\u00a0: a.pdf"),
    ],
)
def test_it_speaks_the_terminals_language_and_french_when_none_is_named(
    monkeypatch: pytest.MonkeyPatch, terminal: str, said: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", terminal)
    assert speech.say("written", path="a.pdf") == said


def test_french_sentences_have_the_printers_spaces_and_quotes() -> None:
    fault = re.compile(r"(?<!\u202f)[;!?]|(?<!\u00a0):\s|«(?!\u00a0)|(?<!\u00a0)»|\w'|\.\.\.")
    assert [text for text in speech._FR.values() if fault.search(text)] == []
