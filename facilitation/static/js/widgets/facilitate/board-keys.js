/**
 * What single keys do on the board, to the card under the focus or to the chosen ones.
 */

import { openFile } from "./board-filing.js";
import { toggleChosen } from "./board-gestures.js";
import { neighbour } from "./board-ops.js";
import { focusedCard, focusedColumn } from "./focus.js";
import { toggleShown } from "./gestures.js";
import { goToCard, listedIds, placeOfKeys } from "./long-lists.js";
import { openNew, openTheme } from "./theme-forms.js";

const go = (direction) => (desk) => goToCard(desk, neighbour(listedIds(desk), placeOfKeys(desk), direction));

/** The chosen cards, or the one under the focus. */
function inHand(desk) {
  const card = focusedCard();
  if (desk.view.chosen.size) return [...desk.view.chosen];
  return card ? [card] : [];
}

export const boardKeys = {
  down: go("down"),
  up: go("up"),
  left: go("left"),
  right: go("right"),
  choose: (desk) => {
    const card = focusedCard();
    if (card) toggleChosen(desk, card);
    else go("down")(desk);
  },
  file: (desk) => openFile(desk, inHand(desk)),
  new: (desk) => openNew(desk),
  rename: (desk) => {
    const theme = desk.room.get("themes", focusedColumn());
    if (theme) openTheme(desk, theme);
  },
  show: (desk) => {
    const one = desk.room.get("contributions", focusedCard());
    if (one) toggleShown(desk, one);
  },
};
