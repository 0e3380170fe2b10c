/** The room in figures: totals only, never of a table or a service. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { totals } from "./totals.js";

/**
 * @param {any} room
 * @param {boolean} closed
 */
export function figures(room, closed) {
  return html`<section aria-labelledby="figures-title">
    <h2 id="figures-title">${_("La salle en chiffres")}</h2>
    <dl class="figures">${totals(room, closed).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}
