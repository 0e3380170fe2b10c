/** Correcting my service, my table or my name; a personal code for another phone. */
import { acting, within } from "../../core/commands.js";
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

const PATIENCE = 8_000;

/**
 * Nothing changes before the button: a slip of the thumb must not move anybody to another table.
 * @param {import("./desk.js").Desk} desk
 * @param {any} me
 */
export function correction(desk, me) {
  const option = (/** @type {string} */ id, /** @type {string} */ text, /** @type {string} */ chosen) =>
    html`<option value=${id} .selected=${live(id === chosen)}>${text}</option>`;
  const typed = desk.ui.correcting ?? {};
  const write = (/** @type {string} */ name) => (/** @type {any} */ event) => {
    desk.ui.correcting = { ...typed, ...desk.ui.correcting, [name]: event.target.value };
  };
  return html`<form @submit=${(/** @type {Event} */ event) => correct(event, desk)}>
    <div class="field">
      <label for="my-service">${_("Mon service")}</label>
      <select id="my-service" @change=${write("service")}>
        ${desk.room.all("services").map((one) => option(one.id, one.name, typed.service ?? me.service))}
      </select>
    </div>
    <div class="field">
      <label for="my-table">${_("Ma table")}</label>
      <select id="my-table" @change=${write("table")}>
        ${desk.room.all("tables").map((one) => option(one.id, _("Table %(n)s", { n: one.number }), typed.table ?? me.table))}
      </select>
    </div>
    <div class="field">
      <label for="my-name">${_("Mon nom (facultatif)")}</label>
      <input id="my-name" type="text" maxlength="80" autocomplete="name" .value=${live(typed.name ?? me.name ?? "")} @input=${write("name")} />
    </div>
    <button class="button" type="submit">${_("Enregistrer ces corrections")}</button>
  </form>`;
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 */
async function correct(event, desk) {
  event.preventDefault();
  const wanted = desk.ui.correcting;
  if (!wanted) {
    desk.toast(_("Rien n’a changé."));
    return;
  }
  const answer = await desk.send("participant.correct", wanted);
  if (!answer.ok) return;
  desk.ui.correcting = null;
  desk.toast(_("C’est corrigé."));
  desk.draw();
}

/** @param {import("./desk.js").Desk} desk */
export function personalCode(desk) {
  const ask = async () => {
    desk.ui.resumeCode = await asked(desk);
    desk.draw();
  };
  return html`<div class="field personal-code">
    <span class="field-label">${_("Changer de téléphone")}</span>
    <span class="field-help">${_("Un code personnel vous fait reconnaître sur un autre téléphone. Notez-le, ne le donnez à personne. Vos textes non nominatifs, eux, ne se modifient que sur ce téléphone-ci.")}</span>
    <p class="code-shown" role="status">${desk.ui.resumeCode ?? nothing}</p>
    <button type="button" class="button" @click=${ask}>${_("Obtenir mon code personnel")}</button>
  </div>`;
}

/** @param {import("./desk.js").Desk} desk */
async function asked(desk) {
  try {
    const answer = await fetch(`/api/workshops/${desk.room.boot.code}/resume-code`, {
      method: "POST",
      headers: { "X-Tablee-As": acting(desk.room.boot) },
      signal: within(PATIENCE),
    });
    const content = await answer.json();
    return content.resume_code ?? content.message;
  } catch {
    return _("Le serveur ne répond pas. Réessayez.");
  }
}
