"""What people do: they come in, write, correct, ask again, vote and vote again."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import multiple, rule

from tests.trials.model.dying import Phone
from tests.trials.model.seminar import CLAIRE, TABLES, Seminar


class People(Seminar):
    """The rules of the phones."""

    @rule(target=Seminar.phones, place=st.sampled_from(TABLES))
    def joins(self, place: tuple[str, str]) -> Any:
        """Somebody comes in."""
        if len(self.everybody) >= 5:
            return multiple()
        phone = Phone(next(self.keys), place, CLAIRE, next(self.keys))
        self.comes_in(phone)
        self.everybody.append(phone)
        return phone

    @rule(phone=Seminar.phones)
    def comes_in_again(self, phone: Phone) -> None:
        """The answer to a join was lost, or the page was opened anew: the same person."""
        self.comes_in(phone)

    @rule(
        phone=Seminar.phones, named=st.booleans(), dies=st.sampled_from(("", "", "before", "after"))
    )
    def posts(self, phone: Phone, named: bool, dies: str) -> None:
        """A text, maybe while the process dies."""
        text, secret = f"Texte {next(self.words)}", next(self.keys)
        payload = {"kind": "proposal", "text": text, "anonymous": not named}
        if not named:
            payload["edit_secret"] = secret
        done = self.insist(phone, "contribution.post", payload, dies)
        assert done is not None
        phone.texts[done["id"]] = text
        phone.secrets[done["id"]] = "" if named else secret

    @rule(phone=Seminar.phones, data=st.data(), dies=st.sampled_from(("", "", "before", "after")))
    def corrects(self, phone: Phone, data: st.DataObject, dies: str) -> None:
        """Other words for one of one's texts."""
        if phone.texts:
            number = data.draw(st.sampled_from(sorted(phone.texts)))
            text = f"Mieux {next(self.words)}"
            payload = {"contribution": number, "text": text}
            if phone.secrets[number]:
                payload["edit_secret"] = phone.secrets[number]
            assert self.insist(phone, "contribution.edit", payload, dies) is not None
            phone.texts[number] = text

    @rule(phone=Seminar.phones, data=st.data())
    def asks_again(self, phone: Phone, data: st.DataObject) -> None:
        """An old request comes once more, in any order: its first answer comes back."""
        if phone.sent:
            old = data.draw(st.sampled_from(phone.sent))
            number = {"number": old.result["id"]} if old.result.get("id") else {}
            answer = self.ask(phone.actor, old.body | {"epoch": old.epoch} | number)
            assert answer["result"] == old.result

    @rule(phone=Seminar.phones, data=st.data(), dies=st.sampled_from(("", "before", "after")))
    def votes(self, phone: Phone, data: st.DataObject, dies: str) -> None:
        """A paper, or another one in its place."""
        ballot = self.open_ballot()
        if ballot is not None:
            options = [one.id for one in self.room.state.ballot(ballot).options]
            choices = {data.draw(st.sampled_from(options)): data.draw(st.integers(1, 3))}
            paper = {"ballot": ballot, "paper_key": phone.paper, "choices": choices}
            if self.insist(phone, "ballot.cast", paper, dies) is not None:
                phone.vote[ballot] = choices
