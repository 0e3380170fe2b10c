/** The contributions that the facilitator chose for the screen: seven cards at most on a page. */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyLines, charsIn, cut, linesOf, packColumns } from "./layout.js";
import { from, kindMark, themeMark, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

const CARD = charsIn(780);

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function wallScene(room, screen) {
  const title = titleOf(screen.kind);
  const shown = room.all("contributions").filter((/** @type {any} */ one) => isOn(one, screen.kind));
  if (!shown.length) return waiting(title, _("Les contributions choisies paraîtront ici."));
  const foot = n_("%(n)s contribution choisie", "%(n)s contributions choisies", shown.length, { n: shown.length });
  return cardPages(room, shown, bodyLines(title, false)).map((body) => ({ title, body, foot }));
}

/**
 * Cards on pages of two columns; a text too long for a column goes on in a second card.
 * @param {any} room
 * @param {any[]} slips
 * @param {number} lines of the body
 */
export function cardPages(room, slips, lines) {
  const cards = slips.flatMap((slip) =>
    cut(slip.text, CARD, lines - 2).map((text, place, all) => ({ slip, text: continued(text, place, all.length) })),
  );
  const pages = packColumns(cards, (card) => linesOf(card.text, CARD) + 2.2, lines);
  return pages.map(
    (columns) => html`<div class="stage-columns">
      ${columns.map((column) => html`<div class="stage-column">${column.map((card) => cardTemplate(room, card))}</div>`)}
    </div>`,
  );
}

/**
 * @param {string} text
 * @param {number} place
 * @param {number} count
 */
function continued(text, place, count) {
  return `${place ? "… " : ""}${text}${place < count - 1 ? " …" : ""}`;
}

/**
 * @param {any} one
 * @param {string|null} kind
 */
function isOn(one, kind) {
  return one.shown && one.state === "posted" && (!kind || one.kind === kind);
}

/** @param {string|null} kind */
function titleOf(kind) {
  if (kind === "expectation") return _("Ce que la salle attend");
  if (kind === "positioning") return _("Comment les services se positionnent");
  if (kind === "proposal") return _("Ce que la salle propose");
  return _("Ce que dit la salle");
}

/**
 * @param {any} room
 * @param {{slip: any, text: string}} card
 */
function cardTemplate(room, { slip, text }) {
  const theme = room.get("themes", slip.theme);
  const facts = [nameOf("roles", slip.role), nameOf("levels", slip.level)].filter(Boolean).join(", ");
  return html`<article class="stage-card slip-${slip.kind}">
    <p class="stage-card-head">${kindMark(slip.kind)}<span>${from(room, slip)}</span>${theme ? themeMark(theme) : nothing}</p>
    <p>${text}</p>
    ${facts ? html`<p class="stage-facts">${facts}</p>` : nothing}
  </article>`;
}
