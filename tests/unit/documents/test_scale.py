"""A document that must keep to its pages takes the largest size that fits, in few attempts."""

import pytest

from facilitation.documents import pdf
from tests.unit.documents.hostile_sample import hostile


@pytest.mark.parametrize("fitting", [*pdf.SCALES, 0.5])
def test_the_largest_size_that_fits_is_found_in_six_attempts_at_most(
    fitting: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[float] = []

    def pages(told: str, scale: float, label: str) -> list[int]:
        tried.append(scale)
        return [2 if scale <= fitting else 3]

    monkeypatch.setattr(pdf, "_asked", pages)
    found = pdf._scale(hostile("x", pages=2), "")
    assert found == max((one for one in pdf.SCALES if one <= fitting), default=pdf.SCALES[-1])
    assert len(tried) <= 6


def test_a_document_of_any_length_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_asked", None)
    assert pdf._scale(hostile("x"), "") == 1.0
