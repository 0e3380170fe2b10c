/** What observers count: totals of the whole room, never of a table or a service. Pure. */
import { _, number } from "../../core/i18n.js";
import { onPaper, turnoutOf } from "../../core/turnout.js";

/**
 * @param {any} room
 * @param {boolean} closed
 * @returns {[string, string][]}
 */
export function totals(room, closed) {
  const { joined = 0, present = 0, observers = 0 } = room.live;
  const written = room
    .all("tables")
    .reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + (one.contributions ?? 0), 0);
  /** @type {[string, string][]} */
  const always = [
    [_("Personnes inscrites"), ofExpected(joined, room.all("workshop")[0]?.expected)],
    [_("Contributions"), number(written)],
  ];
  if (closed) return always;
  return [
    ...always,
    [_("Appareils connectés"), number(present)],
    ...turnouts(room),
    [_("Observateurs connectés"), number(observers)],
  ];
}

/**
 * @param {number} joined
 * @param {number|undefined} expected
 */
function ofExpected(joined, expected) {
  return expected ? _("%(n)s sur %(all)s", { n: number(joined), all: number(expected) }) : number(joined);
}

/**
 * @param {any} room
 * @returns {[string, string][]}
 */
function turnouts(room) {
  const open = room.all("ballots").filter((/** @type {any} */ one) => one.state === "open");
  return open.map((/** @type {any} */ one) => [_("Bulletins reçus"), received(room, one)]);
}

/**
 * @param {any} room
 * @param {any} ballot
 */
function received(room, ballot) {
  const turnout = turnoutOf(room, ballot.id);
  const { papers, registered } = turnout;
  const said = _("%(n)s sur %(all)s", { n: number(papers), all: number(registered) });
  return [said, onPaper(turnout)].filter(Boolean).join(", ");
}
