/**
 * What single keys do on the wall, to the card under the focus.
 */
import { focusedCard } from "./focus.js";
import { toggleShown } from "./gestures.js";
import { goToCard, listedIds, placeOfKeys } from "./long-lists.js";
import { openPaper } from "./paper-entry.js";
import { park, setAsideOrRestore } from "./slip-card.js";
import { openTags } from "./slip-forms.js";
import { letIn } from "./wall.js";

function move(desk, step) {
  const [ids = []] = listedIds(desk);
  const at = ids.indexOf(placeOfKeys(desk) ?? "");
  goToCard(desk, at < 0 ? ids[0] : ids[Math.min(ids.length - 1, Math.max(0, at + step))]);
}

/** Run a gesture on the card that has the focus; without one, the first card takes it. */
function onCard(gesture) {
  return (desk) => {
    const one = desk.room.get("contributions", focusedCard());
    return one ? gesture(desk, one) : move(desk, 0);
  };
}

export const wallKeys = {
  down: (desk) => move(desk, 1),
  up: (desk) => move(desk, -1),
  admit: letIn,
  show: onCard((desk, one) => (one.state === "posted" ? toggleShown(desk, one) : null)),
  setAside: onCard(setAsideOrRestore),
  park: onCard(park),
  tag: onCard((desk, one) => (one.state === "withdrawn" ? null : openTags(desk, one))),
  new: (desk) => openPaper(desk),
};
