"""A document that fails is logged by its place in the program, never with what people wrote."""

from pathlib import Path

from facilitation.producing import _where

TRACE = """Traceback (most recent call last):
  File "facilitation/producing.py", line 100, in main
    (place / "result").write_bytes(kind.make(source))
  File "facilitation/documents/pdf.py", line 40, in make
    typst.compile(source)
ValueError: cannot draw “un texte confié à voix basse”
"""


def test_the_log_tells_where_a_document_failed_and_nothing_of_its_texts(tmp_path: Path) -> None:
    (tmp_path / "errors").write_text(TRACE, "utf-8")
    told = _where(tmp_path)
    assert told == [
        'File "facilitation/producing.py", line 100, in main',
        'File "facilitation/documents/pdf.py", line 40, in make',
    ]
