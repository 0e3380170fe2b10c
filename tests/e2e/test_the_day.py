"""The whole Belfort day in a real browser, from the QR code to the downloaded compte rendu: what
each of the four screens shows at each step, and that the documents hold all that was said.
"""

from pathlib import Path

import pytest

from tests.e2e.actors.cast import Cast
from tests.e2e.day import afternoon, closing, morning, papers, situations
from tests.e2e.day.company import Day


@pytest.mark.timeout(480)
def test_the_whole_day_is_run_and_its_documents_hold_all_of_it(cast: Cast, tmp_path: Path) -> None:
    day = Day.opens(cast)
    morning.people_join(day)
    morning.the_prefet_opens(day)
    morning.january_is_recalled(day)
    morning.expectations_are_written(day)
    morning.the_wall_is_read(day)
    morning.a_text_is_set_aside_and_restored(day)
    situations.missions_are_put_right(day)
    situations.a_situation_is_worked_on(day)
    situations.information_is_released(day)
    situations.services_take_position(day)
    situations.the_room_pauses(day, "Pause", "Reprise à 11 heures")
    situations.the_first_round_is_shared(day)
    situations.the_second_round(day)
    situations.every_service_on_every_situation(day)
    situations.defence_is_heard(day)
    situations.the_room_pauses(day, "Buffet", "Reprise à 14 heures")
    afternoon.themes_are_made(day)
    afternoon.a_card_goes_to_a_theme(day)
    afternoon.referents_are_named(day)
    afternoon.the_state_speaks_with_one_voice(day)
    afternoon.proposals_are_made(day)
    situations.the_room_pauses(day, "Pause et tri", "Reprise à 15 h 30")
    afternoon.the_vote_is_opened(day)
    afternoon.totals_stay_hidden(day)
    afternoon.the_result_is_shown(day)
    closing.actions_are_drafted(day)
    closing.a_table_writes_its_sheet(day)
    closing.the_facilitator_completes_it(day)
    closing.people_commit_themselves(day)
    closing.the_day_is_rated(day)
    closing.the_prefet_answers(day)
    closing.the_workshop_is_closed(day)
    papers.documents_hold_the_day(day, tmp_path)
