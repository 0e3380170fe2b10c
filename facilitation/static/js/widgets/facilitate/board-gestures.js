/**
 * Moving cards on the board: the hand sees the move at once, the server confirms it or tells
 * whose move came first. Several facilitators work here at the same time.
 */
import { _ } from "../../core/i18n.js";
import { assignment, stillMovable, taken } from "./board-ops.js";

/** The records as the hand sees them now: a move is judged against these, not against later news. */
export function asSeen(desk, ids) {
  return ids.map((id) => desk.room.get("contributions", id)).filter((one) => one?.state === "posted");
}

/** A card is taken: until it is put down nothing is drawn but cards of lists that scroll under it. */
export function take(desk, card) {
  desk.view.held = asSeen(desk, taken(card, desk.view.chosen));
}

/** The card is put down. */
export function release(desk) {
  desk.view.held = null;
  desk.redraw();
}

/** A card was dropped on a column. */
export function drop(desk, theme) {
  return move(desk, desk.view.held ?? [], theme);
}

/**
 * Choose a card or not; a click on it or the X key.
 * @param {any} desk
 * @param {string} id
 * @param {{target: Element}|null} event
 */
export function toggleChosen(desk, id, event = null) {
  if (event?.target.closest("button, a")) return;
  const chosen = new Set(desk.view.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  desk.look({ chosen });
}

/** Move texts into a theme, or out of any. */
export async function move(desk, texts, theme) {
  const payload = assignment(texts, theme);
  if (!payload) return;
  for (const id of payload.contributions) desk.view.hand.set(id, payload.theme);
  desk.look({ chosen: new Set() });
  await send(desk, payload, texts, true);
  settle(desk, payload.contributions);
}

function send(desk, payload, texts, again) {
  return desk.act("theme.assign", payload, {
    onConflict: ({ current }) => {
      const seen = texts.find((one) => one.id === current?.id);
      if (!again || !seen || !stillMovable(seen, current)) return overtaken(desk, current);
      // Somebody touched the text otherwise (a tag, a support): the move itself is no conflict.
      const bases = payload.contributions.map((id, index) => (id === current.id ? current.v : payload.bases[index]));
      return send(desk, { ...payload, bases }, texts, texts.length > 1);
    },
  });
}

function overtaken(desk, current) {
  const theme = current?.theme ? desk.room.get("themes", current.theme) : null;
  const where = theme ? `${theme.letter}. ${theme.name}` : _("les cartes sans thème");
  desk.toast(
    current?.state === "set_aside"
      ? _("%(id)s vient d’être écartée par un autre animateur.", { id: current.id })
      : _(
          "Un autre animateur vient de ranger %(id)s dans « %(where)s ». La carte y reste ; déplacez-la de nouveau si besoin.",
          { id: current?.id ?? "", where },
        ),
    "alarm",
  );
}

/** The records have had time to come: let go of what only the hand said. */
function settle(desk, ids) {
  const drawn = () => {
    for (const id of ids) desk.view.hand.delete(id);
    desk.redraw();
  };
  setTimeout(drawn, 400);
}
