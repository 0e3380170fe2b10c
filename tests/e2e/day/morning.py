"""From the QR code to the buffet: joining, expectations, the wall, situations."""

from urllib.request import urlopen

from playwright.sync_api import expect

from tests.e2e.day.company import OTHERS, Day
from tests.e2e.day.qr import address_in

EXPECTATION = "Savoir qui répond au maire, et sous quel délai."
QUIET = "Ne plus découvrir les arbitrages dans la presse."
TWICE = "Un seul interlocuteur par dossier."
POSITION = "La DDT instruit pour la commune et tient le PPRi."


def people_join(day: Day) -> None:
    """One by the QR code, one by the typed code, the rest by their own phones."""
    claire, screen, anne, bruno = day.claire, day.screen, day.anne, day.bruno
    claire.starts_next("Accueil, émargement, connexion")
    screen.shows("join", "Rejoignez le séminaire", day.cast.at.code, "0 personne inscrite")
    screen.has_no_control()
    with urlopen(f"{day.cast.server.url}/w/{day.cast.at.code}/qr.svg") as picture:  # noqa: S310
        address = address_in(picture.read().decode())
    assert address == day.cast.at.join
    anne.page.goto(address)
    anne.joins("ddt", "1", "Anne Riva")
    screen.shows("join", "1 personne inscrite sur 60 attendues")
    bruno.types_code(day.cast.at.url, day.cast.at.code.lower())
    bruno.joins("stap", "1")
    day.others = [day.cast.guest(*one) for one in OTHERS]
    screen.shows("join", "8 personnes inscrites sur 60 attendues")
    expect(claire.head).to_contain_text("8 inscrits")


def the_prefet_opens(day: Day) -> None:
    """Everybody listens: phones tell the step and have nothing to fill in."""
    day.claire.starts_next("Mot d’accueil et ouverture")
    day.screen.shows("step", "Mot d’accueil et ouverture", "restantes")
    for phone in (day.anne, day.bruno):
        expect(phone.head).to_contain_text("Mot d’accueil et ouverture")
        expect(phone.head.get_by_role("timer")).to_be_visible()
        expect(phone.form).to_have_count(0)


def january_is_recalled(day: Day) -> None:
    """The lines of 29 January are on the wall; the screen shows the one that is chosen."""
    line = "Parler d’une seule voix aux élus"
    day.claire.starts_next("Retour sur le 29 janvier")
    day.screen.shows("wall", "Les contributions choisies paraîtront ici.")
    day.claire.shows_slip(line)
    day.screen.shows("wall", line, "1 contribution choisie")
    day.screen.hides("Connaître l’interlocuteur de chaque service")
    for phone in (day.anne, day.bruno):
        read = phone.page.get_by_role("region", name="À ma table et à l’écran")
        expect(read.get_by_role("listitem").filter(has_text=line)).to_contain_text("29 janvier")
        expect(phone.main).not_to_contain_text("Connaître l’interlocuteur de chaque service")


def expectations_are_written(day: Day) -> None:
    """Private while people write; then the table reads, the facilitator sees who signed."""
    claire, anne, bruno = day.claire, day.anne, day.bruno
    claire.starts_next("Nos attentes")
    expect(anne.main).to_contain_text("L’écriture s’ouvrira dans un moment")
    claire.opens_writing()
    signed = anne.writes(EXPECTATION, signed=True, De_qui="DSDEN", Avec_le_regard="Élu")
    quiet = bruno.writes(QUIET, De_qui="De l’État")
    day.heard(signed, EXPECTATION)
    day.heard(quiet, QUIET)
    day.others_write("expectation", "attentes", TWICE, TWICE, "Des délais annoncés et tenus.")
    expect(bruno.slip(EXPECTATION)).to_have_count(0)
    day.screen.hides(EXPECTATION, QUIET)
    claire.closes_writing()
    expect(bruno.slip(EXPECTATION)).to_contain_text("Anne Riva")
    expect(anne.slip(QUIET)).not_to_contain_text("STAP")


def the_wall_is_read(day: Day) -> None:
    """Who signed is named without a table; who did not has a table and no service."""
    claire = day.claire
    claire.goes_to("Mur")
    expect(claire.slip(EXPECTATION).locator(".slip-from")).to_have_text("DDT, Anne Riva")
    expect(claire.slip(EXPECTATION)).to_contain_text("attendu de : DSDEN · regard : Élu")
    expect(claire.slip(QUIET).locator(".slip-from")).to_have_text("table 1")
    claire.shows_slip(EXPECTATION)
    day.screen.shows("wall", EXPECTATION, "Anne Riva")
    day.screen.hides(QUIET)
    expect(day.anne.slip(EXPECTATION)).to_contain_text("À l’écran")


def a_text_is_set_aside_and_restored(day: Day) -> None:
    """With a reason that its author reads; the number stays, and so does the text."""
    claire, bruno = day.claire, day.bruno
    claire.presses("Écarter", claire.slip(QUIET))
    claire.dialog.get_by_label("Précision").fill("voir ATT-005")
    claire.presses("imprécis", claire.dialog)
    expect(bruno.slip(QUIET)).to_contain_text("Écartée : imprécis, voir ATT-005")
    claire.filters("État", "Écartées")
    claire.presses("Rétablir", claire.slip(QUIET))
    expect(bruno.slip(QUIET)).not_to_contain_text("Écartée")
    claire.filters("État", "En cours")
    expect(claire.slip(QUIET)).to_be_visible()
