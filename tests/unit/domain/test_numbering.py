"""Human numbers: their form, and which of those given before may be given again."""

import pytest

from facilitation.domain.numbering import MOST_SKIPPED, is_near, spelt


@pytest.mark.parametrize(
    ("width", "number", "said"), [(3, 12, "ATT-012"), (2, 7, "ATT-07"), (2, 123, "ATT-123")]
)
def test_a_number_is_as_wide_as_its_family_and_wider_if_it_must(
    width: int, number: int, said: str
) -> None:
    assert spelt("ATT", width, number) == said


@pytest.mark.parametrize("number", [1, 12, 12 + MOST_SKIPPED])
def test_a_number_of_the_family_is_near_up_to_so_far_above_the_last(number: int) -> None:
    assert is_near(spelt("ATT", 3, number), "ATT", 3, 12)


@pytest.mark.parametrize(
    "given",
    [
        "ATT-000",
        spelt("ATT", 3, 13 + MOST_SKIPPED),
        "PRO-012",
        "ATT-12",
        "ATT-0012",
        "ATT-١٢٣",
        "ATT-²²²",
        "ATT-",
        "012",
        "",
        "ATT-" + "9" * 5_000,
    ],
)
def test_what_is_far_or_of_another_form_is_not_near(given: str) -> None:
    assert not is_near(given, "ATT", 3, 12)
