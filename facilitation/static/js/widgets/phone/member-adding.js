/** Adding somebody who has no phone, on the table’s shared device. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { folding } from "./standing.js";

/** @param {import("./desk.js").Desk} desk */
export function adding(desk) {
  const add = async (/** @type {any} */ event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const answer = await desk.send("participant.join", {
      service: String(form.get("service") ?? ""),
      table: desk.room.boot.table,
      name: String(form.get("name") ?? "").trim() || null,
    });
    if (!answer.ok) return;
    event.target.reset();
    desk.ui.adding = false;
    desk.toast(_("C’est noté : la personne est dans la liste."));
    desk.draw();
  };
  const fold = folding(desk, "adding");
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${_("Ajouter une personne sans téléphone")}</summary>
    <form @submit=${add}>
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
    </form>
  </details>`;
}
