/** Paper ballots typed in by the rapporteur: counted in the same vote and declared as such. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { newKey } from "../../core/keys.js";
import { changed } from "./ballot-choices.js";

/** @param {import("./desk.js").Desk} desk */
export function papers(desk) {
  const ballot = desk.room.all("ballots").find((one) => one.state === "open" && one.method === "dots");
  if (!ballot || !desk.isRapporteur()) return nothing;
  const number = desk.ui.paperNumber ?? 1;
  const choices = desk.ui.paperChoices ?? {};
  const step = (/** @type {string} */ id, /** @type {number} */ change) => () => {
    desk.ui.paperChoices = changed(choices, id, change, ballot);
    desk.draw();
  };
  const numbered = (/** @type {any} */ event) => {
    desk.ui.paperNumber = Math.max(1, Number(event.target.value) || 1);
  };
  return html`<details>
    <summary>${_("Saisir un bulletin papier")}</summary>
    <div class="field">
      <label for="paper-number">${_("Numéro du bulletin")}</label>
      <input id="paper-number" type="number" min="1" max="200" .value=${String(number)} @change=${numbered} />
    </div>
    ${ballot.options.map(
      (/** @type {any} */ option) => html`<div class="option">
        <span>${option.label}</span>
        <span class="stepper" role="group" aria-label=${option.label}>
          <button class="button" @click=${step(option.id, -1)} aria-label=${_("Retirer une gommette")}>−</button>
          <output>${choices[option.id] ?? 0}</output>
          <button class="button" @click=${step(option.id, 1)} aria-label=${_("Ajouter une gommette")}>+</button>
        </span>
      </div>`,
    )}
    <button class="button button-main" @click=${() => enter(desk, ballot)}>${_("Enregistrer ce bulletin")}</button>
  </details>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
async function enter(desk, ballot) {
  const number = desk.ui.paperNumber ?? 1;
  const answer = await desk.send("ballot.cast", {
    ballot: ballot.id,
    paper_key: newKey(),
    choices: desk.ui.paperChoices ?? {},
    voter: `paper/${desk.room.boot.table}/${number}`,
  });
  if (!answer.ok) return;
  desk.ui.paperChoices = {};
  desk.ui.paperNumber = number + 1;
  desk.toast(_("Bulletin %(n)s enregistré.", { n: number }));
  desk.draw();
}
