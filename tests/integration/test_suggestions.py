"""Suggested themes over HTTP: for facilitators, of what is there, and never of what is gone."""

from tests.support.remote import Workshop, expectation, refused

WATER = ("Le prix de l’eau augmente chaque année", "Le prix de l’eau est trop élevé",
         "Le prix de l’eau varie d’une commune à l’autre")  # fmt: skip
BUSES = ("Il manque des bus le soir", "Plus de bus le dimanche", "Les bus du soir sont rares")


def filled(workshop: Workshop) -> dict[str, str]:
    """What was posted: number and text."""
    workshop.write()
    awa = workshop.join()
    posted = (awa.do("contribution.post", **expectation(text)) for text in (*WATER, *BUSES))
    return {done["id"]: text for done, text in zip(posted, (*WATER, *BUSES), strict=True)}


def test_a_facilitator_gets_themes_and_accepts_one_by_the_ordinary_commands(
    workshop: Workshop,
) -> None:
    texts = filled(workshop)
    lead = workshop.facilitator
    found = lead.get("suggestions").json()
    said = [{texts.get(key) for key in group["members"]} - {None} for group in found["groups"]]
    assert set(WATER) in said
    assert set(BUSES) in said
    first = found["groups"][0]
    made = lead.do("theme.create", name=first["title"], contributions=first["members"])
    again = lead.get("suggestions").json()
    (kept,) = [group for group in again["groups"] if group["theme"] == made["id"]]
    assert set(first["members"]) <= set(kept["members"])


def test_nobody_but_facilitators_is_told_anything(workshop: Workshop) -> None:
    filled(workshop)
    for line in (workshop.join(), workshop.screen, workshop.observer):
        for path in ("suggestions", "suggestions/why"):
            assert refused(line.get(path)) == (403, "forbidden")


def test_an_erased_text_is_in_no_suggestion_any_more(workshop: Workshop) -> None:
    texts = filled(workshop)
    lead = workshop.facilitator
    key = next(iter(texts))
    assert key in lead.get("suggestions").text
    lead.do("contribution.erase", contribution=key)
    assert key not in lead.get("suggestions").text
    assert lead.get("suggestions/why", left=key, right=key).json() == {"shared": []}


def test_a_text_that_was_set_aside_is_in_no_suggestion(workshop: Workshop) -> None:
    key = next(iter(filled(workshop)))
    assert key in workshop.facilitator.get("suggestions").text
    workshop.facilitator.do("contribution.set_aside", contribution=key, reason="duplicate")
    assert key not in workshop.facilitator.get("suggestions").text


def test_why_two_texts_are_together_is_told_in_their_words(workshop: Workshop) -> None:
    left, _other, right, *_buses = filled(workshop)
    workshop.facilitator.get("suggestions")
    told = workshop.facilitator.get("suggestions/why", left=left, right=right).json()
    assert ["prix", "prix"] in told["shared"]
