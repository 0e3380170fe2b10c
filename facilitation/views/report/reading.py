"""What the parts of a report read from the state, in the words of the documents."""

from collections.abc import Iterable
from dataclasses import dataclass

from facilitation.domain.erasing import is_erased
from facilitation.domain.followups import of_text
from facilitation.domain.records import (
    Action,
    Ballot,
    Commitment,
    Contribution,
    FollowUp,
    Parked,
    Referent,
    RoleCell,
    Theme,
)
from facilitation.domain.scenario import Lens, Pole, Policy, Service
from facilitation.domain.state import State
from facilitation.domain.tallies import FEWEST
from facilitation.views.report.words import day, pick, plural, word


@dataclass(frozen=True, slots=True)
class Reader:
    """A state read in one language."""

    state: State
    language: str

    def word(self, code: str | None) -> str:
        """The word for a code."""
        return word(self.language, code)

    def label(self, code: str) -> str:
        """The word for a code at the head of a row or a column."""
        told = self.word(code)
        return told[:1].upper() + told[1:]

    def say(self, french: str, english: str) -> str:
        """One of two wordings."""
        return pick(self.language, french, english)

    def pair(self, label: str, value: str) -> str:
        """A label and what it says, with the language's colon."""
        return self.say(f"{label} : {value}", f"{label}: {value}")

    def listed(self, parts: Iterable[str]) -> str:
        """Parts in one line, with the language's semicolon."""
        return self.say(" ; ", "; ").join(parts)

    def count(self, number: int, french: tuple[str, str], english: tuple[str, str]) -> str:
        """A number with its noun, singular or plural."""
        return plural(self.language, number, *(french if self.language == "fr" else english))

    def service(self, key: str | None) -> str:
        """A service's short name."""
        if key == "state":
            return self.word("state_as_addressee")
        found = self.state.find("services", key)
        return found.short if isinstance(found, Service) else key or ""

    def service_name(self, key: str | None) -> str:
        """A service's full name."""
        found = self.state.find("services", key)
        return found.name if isinstance(found, Service) else key or ""

    def pole(self, key: str) -> str:
        """A pole's name."""
        found = self.state.find("poles", key)
        return found.name if isinstance(found, Pole) else key

    def lens(self, key: str | None) -> str:
        """An outside actor's name."""
        found = self.state.find("lenses", key)
        return found.name if isinstance(found, Lens) else key or ""

    def policy(self, key: str | None) -> str:
        """A policy's name."""
        found = self.state.find("policies", key)
        return found.name if isinstance(found, Policy) else key or ""

    def theme(self, key: str | None) -> str:
        """A live theme's letter and name."""
        found = self.state.find("themes", key)
        if isinstance(found, Theme) and found.state == "live":
            return f"{found.letter}. {found.name}"
        return ""

    def letter(self, key: str | None) -> str:
        """A live theme by its letter alone."""
        letter = self.theme(key).partition(".")[0]
        return self.say(f"thème {letter}", f"theme {letter}") if letter else ""

    def case(self, key: str | None) -> str:
        """A situation's number and title."""
        found = self.state.find("cases", key)
        return f"{getattr(found, 'number', '')}. {getattr(found, 'title', key)}" if found else ""

    def table(self, key: str | None) -> str:
        """A table's name in the room's words."""
        found = self.state.find("tables", key)
        number = getattr(found, "number", key)
        return self.say(f"table {number}", f"table {number}") if key else ""

    def tables(self, keys: tuple[str, ...]) -> str:
        """Tables as a sentence names them; empty for none."""
        told = [str(getattr(self.state.find("tables", key), "number", key)) for key in keys]
        if not told:
            return ""
        listed = self.say(" et ", " and ").join(
            [part for part in (", ".join(told[:-1]), told[-1]) if part]
        )
        if len(told) == 1:
            return self.say(f"à la table {listed}", f"table {listed}")
        return self.say(f"aux tables {listed}", f"tables {listed}")

    def services(self) -> list[Service]:
        """Every service, in the scenario's order."""
        kept = self.state.collections["services"].values()
        return [one for one in kept if isinstance(one, Service)]

    def policies(self) -> list[Policy]:
        """Every public policy."""
        kept = self.state.collections["policies"].values()
        return [one for one in kept if isinstance(one, Policy)]

    def referents(self) -> list[Referent]:
        """Every référent said so far."""
        kept = self.state.collections["referents"].values()
        return [one for one in kept if isinstance(one, Referent)]

    def cells(self, case: str) -> list[RoleCell]:
        """The cells of the role matrix for a situation."""
        kept = self.state.collections["roles"].values()
        return [one for one in kept if isinstance(one, RoleCell) and one.case == case]

    def parked(self) -> list[Parked]:
        """The points kept for later."""
        kept = self.state.collections["parked"].values()
        return [one for one in kept if isinstance(one, Parked) and one.state != "removed"]

    def commitments(self) -> list[Commitment]:
        """The commitments that services carry over; personal ones are nobody else's."""
        kept = self.state.collections["commitments"].values()
        return [
            one
            for one in kept
            if isinstance(one, Commitment) and one.kind == "service" and one.state == "live"
        ]

    def posted(self, kind: str | None = None) -> list[Contribution]:
        """Contributions that stand, of a kind if given, in order of arrival."""
        return [
            one
            for one in self.state.contributions()
            if one.state == "posted" and kind in (None, one.kind)
        ]

    def actions(self) -> list[Action]:
        """The plan's sheets."""
        return self.state.actions()

    def votes(self) -> list[Ballot]:
        """Closed votes on themes and proposals."""
        return [one for one in self.state.ballots() if one.tally and one.subject != "evaluation"]

    def origin(self, one: Contribution) -> str:
        """Where a text comes from: its seed's origin, else a service, else a table; never both.

        No person's name: people outside may ask for a volume, and one shown to a room is not
        thereby shown to them.
        """
        return one.origin or self.service(one.service) or self.at_table(one)

    def at_table(self, one: Contribution) -> str:
        """The table that a text was written at, or that speaks in it."""
        table = self.table(one.table)
        return (
            self.say(f"au nom de la {table}", f"on behalf of {table}") if one.for_table else table
        )

    def outcome(self, one: Contribution, *, short: bool = False) -> str:
        """What became of a contribution; `short` tells a theme by its letter."""
        if one.state == "withdrawn":
            if is_erased(one):
                return self.say("effacée par l’animateur", "erased by the facilitator")
            return self.say("retirée par son auteur", "withdrawn by its author")
        if one.state == "set_aside":
            reason, _, remark = one.reason.partition(": ")
            told = self.pair(self.word(reason), remark) if remark else self.word(reason)
            return self.say(f"écartée ({told})", f"set aside ({told})")
        became = {told.option or told.of: told for told in of_text(self.state, one)}

        def led_to(name: str, key: str | None) -> str:
            told = became.get(key or "")
            return f"{name} ({self.word(f'followup_{told.outcome}')})" if told else name

        theme = self.letter(one.theme) if short else self.theme(one.theme)
        parts = [led_to(theme, one.theme)] if theme else []
        parts.extend(led_to(action, action) for action in one.actions)
        if one.parked:
            parts.append(self.say("à traiter ultérieurement", "parked for later"))
        if one.id in became:
            parts.append(self.decided(became[one.id]))
        return " · ".join(parts) or self._kept(one, short=short)

    def decided(self, one: FollowUp) -> str:
        """What somebody decided, by whom and when."""
        told = self.pair(self.say("suite", "outcome"), self.word(f"followup_{one.outcome}"))
        by = ", ".join(part for part in (one.decider, day(self.language, one.date)) if part)
        return f"{told} ({by})" if by else told

    def _kept(self, one: Contribution, *, short: bool) -> str:
        """What became of a text that led to no theme, action or point kept for later."""
        if one.case:
            number = getattr(self.state.find("cases", one.case), "number", "")
            part = "" if short else self.say(" (partie 6)", " (part 6)")
            return f"situation {number}{part}"
        return self.say("hors thème", "in no theme")

    def details(self, one: Contribution) -> str:
        """What a contribution says beside its text: of whom, through whose eyes, role, level."""
        parts = []
        if one.addressee:
            told = self.service(one.addressee)
            parts.append(self.say(f"attendu de : {told}", f"expected of: {told}"))
        if one.lens:
            parts.append(
                self.say(f"regard : {self.lens(one.lens)}", f"viewpoint: {self.lens(one.lens)}")
            )
        parts.extend(self.word(code) for code in (one.role, one.level) if code)
        parts.extend(self.word(tag) for tag in one.tags)
        if one.late:
            parts.append(self.say("reçue après la séquence", "received after the step"))
        return self.listed(parts)


def enough(count: int) -> bool:
    """Whether a breakdown may be shown for so many respondents."""
    return count >= FEWEST
