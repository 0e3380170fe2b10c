"""What facilitators do: they sort, merge, undo, open votes and close them."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.trials.model.seminar import Seminar


class Leaders(Seminar):
    """The rules of the console."""

    @rule(data=st.data())
    def sorts(self, data: st.DataObject) -> None:
        """A theme from some texts, or a text into another one."""
        numbers = [number for phone in self.everybody for number in phone.texts]
        if numbers:
            chosen = data.draw(st.lists(st.sampled_from(numbers), max_size=3, unique=True))
            themes = [one.id for one in self.room.state.themes()]
            if themes and data.draw(st.booleans()):
                theme = data.draw(st.sampled_from(themes))
                self.lead("theme.assign", contributions=chosen, theme=theme)
            else:
                self.lead("theme.create", name=f"Thème {next(self.words)}", contributions=chosen)

    @rule(data=st.data())
    def merges(self, data: st.DataObject) -> None:
        """Two themes become one; no text is lost."""
        themes = [one.id for one in self.room.state.themes()]
        if len(themes) > 1:
            theme, merged = data.draw(st.permutations(themes))[:2]
            self.lead("theme.merge", theme=theme, merged=merged)

    @rule()
    def undoes(self) -> None:
        """The facilitator's last wish is taken back."""
        self.lead("undo")

    @rule()
    def opens_a_vote(self) -> None:
        """On the themes, when there are two."""
        self.lead("ballot.open", question="?", budget=5, most=3)

    @rule()
    def closes_the_vote(self) -> None:
        """Its count is that of the papers that were answered."""
        ballot = self.open_ballot()
        if ballot is not None and self.lead("ballot.close", ballot=ballot) is not None:
            tally = self.room.state.ballot(ballot).tally
            assert tally is not None
            papers = [phone.vote[ballot] for phone in self.everybody if ballot in phone.vote]
            assert sum(score.total for score in tally.scores) == sum(
                dots for paper in papers for dots in paper.values()
            )
