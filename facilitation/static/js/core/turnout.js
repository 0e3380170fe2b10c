/** How many papers there are, of how many people who may vote: said alike on every page. Pure. */
import { n_, number } from "./i18n.js";

/** @typedef {{papers: number, registered: number, entered: number}} Turnout */

/**
 * Of an open ballot: the count is live, not a record.
 * @param {any} room
 * @param {string} ballot
 * @returns {Turnout}
 */
export function turnoutOf(room, ballot) {
  return { papers: 0, registered: 0, entered: 0, ...room.live.turnout?.[ballot] };
}

/**
 * Whoever votes on paper stands beside the list: that is said, so that the sum is understood.
 * @param {{entered: number}} turnout
 */
export function onPaper({ entered }) {
  return entered ? n_("dont %(n)s sur papier", "dont %(n)s sur papier", entered, { n: number(entered) }) : "";
}

/** @param {Turnout} turnout */
export function turnoutInWords(turnout) {
  const { papers, registered } = turnout;
  const params = { n: number(papers), all: number(registered) };
  const said = n_("%(n)s bulletin sur %(all)s inscrits", "%(n)s bulletins sur %(all)s inscrits", papers, params);
  return [said, onPaper(turnout)].filter(Boolean).join(", ");
}
