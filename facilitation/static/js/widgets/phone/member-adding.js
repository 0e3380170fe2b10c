/** Adding somebody who has no phone, on the table’s shared device. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { folding, leaving, underWay } from "./standing.js";

/**
 * @param {any} form
 * @returns {{service: string, name: string|null}}
 */
function written(form) {
  const values = new FormData(form);
  return { service: String(values.get("service") ?? ""), name: String(values.get("name") ?? "").trim() || null };
}

/**
 * @param {any} event
 * @param {import("./desk.js").Desk} desk
 */
export async function add(event, desk) {
  event.preventDefault();
  if (underWay(desk, "participant.join")) return;
  const form = event.target;
  const asked = written(form);
  const sending = desk.send("participant.join", { ...asked, table: desk.room.boot.table });
  desk.draw();
  const answer = await sending;
  if (!answer.ok) return;
  desk.toast(_("C’est noté : la personne est dans la liste."));
  // The next person may be half written already.
  const next = written(form);
  if (next.name !== asked.name || next.service !== asked.service) return desk.draw();
  form.reset();
  desk.ui.adding = false;
  desk.draw();
}

/** @param {import("./desk.js").Desk} desk */
export function adding(desk) {
  const fold = folding(desk, "adding");
  const busy = underWay(desk, "participant.join");
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${_("Ajouter une personne sans téléphone")}</summary>
    <form @submit=${(/** @type {Event} */ event) => add(event, desk)} aria-busy=${String(busy)}>
      <div class="field">
        <label for="add-service">${_("Son service")}</label>
        <select id="add-service" name="service" required>
          <option value="">${_("Choisir…")}</option>
          ${desk.room.all("services").map((one) => html`<option value=${one.id}>${one.short === one.name ? one.name : `${one.short} – ${one.name}`}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="add-name">${_("Son nom (facultatif)")}</label>
        <input id="add-name" name="name" type="text" maxlength="80" autocomplete="off" />
      </div>
      <button class="button button-main" type="submit">${_("Ajouter à la table")}</button>
      ${leaving(desk, busy)}
    </form>
  </details>`;
}
