/** A contribution as a card of the projector. */
import { html, nothing } from "../../core/dom.js";
import { factsOf } from "./card-sizes.js";
import { kindMark, themeMark } from "./parts.js";
import { from } from "./speakers.js";

/** @typedef {import("./card-sizes.js").Card} Card */

/**
 * @param {any} room
 * @param {Card} card
 */
export function cardTemplate(room, { slip, text }) {
  const theme = room.get("themes", slip.theme);
  const facts = factsOf(slip);
  return html`<article class="stage-card slip-${slip.kind}">
    <p class="stage-card-head">${kindMark(slip.kind)}<span>${from(room, slip)}</span>${theme ? themeMark(theme) : nothing}</p>
    <p>${text}</p>
    ${facts ? html`<p class="stage-facts">${facts}</p>` : nothing}
  </article>`;
}
