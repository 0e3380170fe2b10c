/** The lines of a ballot paper: dots to place, or a mark from one to four. */
import { html, live } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { changed, given, rated } from "./ballot-choices.js";

/** @typedef {Record<string, number>} Choices */
/** @typedef {(change: (now: Choices) => Choices) => void} Write a change, of what is there by then: taps may come fast */

/**
 * @param {any} ballot
 * @param {any[]} options in the order of the paper
 * @param {Record<string, number>} choices
 * @param {Write} write
 */
export function ballotLines(ballot, options, choices, write) {
  if (ballot.method !== "dots") return options.map((option) => ratingLine(ballot, option, choices, write));
  return html`${budget(ballot, choices)}
    <ul class="options">
      ${options.map((option) => dotLine(ballot, option, choices, write))}
    </ul>`;
}

/**
 * @param {any} ballot
 * @param {Record<string, number>} choices
 */
function budget(ballot, choices) {
  const left = Math.max(0, ballot.budget - given(choices));
  return html`<p class="budget" role="status">
    <strong>${n_("%(n)s gommette à poser", "%(n)s gommettes à poser", left)}</strong>
    <span class="dots" aria-hidden="true">${"●".repeat(left)}${"○".repeat(ballot.budget - left)}</span>
    <span class="soft small">${_("%(n)s au plus sur une même ligne", { n: ballot.most })}</span>
  </p>`;
}

/**
 * @param {any} ballot
 * @param {any} option
 * @param {Record<string, number>} choices
 * @param {Write} write
 */
function dotLine(ballot, option, choices, write) {
  const value = choices[option.id] ?? 0;
  const step = (/** @type {number} */ change) => () => write((now) => changed(now, option.id, change, ballot));
  const full = value >= ballot.most || given(choices) >= ballot.budget;
  const name = option.label;
  return html`<li class="option">
    <span>${option.detail ? html`<strong>${option.detail}.</strong> ` : ""}${name}</span>
    <span class="stepper" role="group" aria-label=${name}>
      <button type="button" class="button" aria-disabled=${value ? "false" : "true"} @click=${step(-1)} aria-label=${_("Retirer une gommette à « %(name)s »", { name })}>−</button>
      <output aria-label=${n_("%(n)s gommette", "%(n)s gommettes", value)}>${value}</output>
      <button type="button" class="button" aria-disabled=${full ? "true" : "false"} @click=${step(1)} aria-label=${_("Ajouter une gommette à « %(name)s »", { name })}>+</button>
    </span>
  </li>`;
}

/**
 * @param {any} ballot
 * @param {any} option
 * @param {Record<string, number>} choices
 * @param {Write} write
 */
function ratingLine(ballot, option, choices, write) {
  const labels = [_("pas du tout"), _("peu"), _("assez"), _("tout à fait")];
  return html`<fieldset class="rating-line">
    <legend>${option.label}</legend>
    <div class="rating">
      ${labels.map(
        (label, place) => html`<label class="choice">
          <input
            type="radio"
            name="${ballot.id}-${option.id}"
            .checked=${live(choices[option.id] === place + 1)}
            @change=${() => write((now) => rated(now, option.id, place + 1))}
          />
          <span class="small">${label}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
