/** A shared device: who holds it now, handing over, adding somebody who has no phone. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/** @param {import("./desk.js").Desk} desk */
export function memberPicker(desk) {
  if (desk.as) return handOver(desk);
  const members = desk.room.all("participants");
  const choose = (/** @type {string} */ id) => () => {
    desk.as = id;
    desk.ui = {};
    desk.draw();
  };
  return html`<section class="panel" aria-labelledby="who-title">
    <h2 id="who-title">${_("Qui tient l’appareil ?")}</h2>
    <div class="choices">
      ${members.map((one) => html`<button class="button" @click=${choose(one.id)}>${label(desk, one, members)}</button>`)}
    </div>
    ${adding(desk)}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 * @param {any[]} members
 */
export function label(desk, one, members) {
  const service = desk.room.get("services", one.service)?.short ?? one.service;
  if (one.name) return one.name;
  const same = members.filter((other) => other.service === one.service && !other.name);
  return same.length > 1 ? `${service} (${same.indexOf(one) + 1})` : service;
}

/** @param {import("./desk.js").Desk} desk */
function handOver(desk) {
  const release = () => {
    desk.as = null;
    desk.ui = {};
    desk.draw();
  };
  const who = label(desk, desk.me() ?? {}, desk.room.all("participants"));
  return html`<section class="notice head-line">
    <p><strong>${_("%(who)s tient l’appareil", { who })}</strong></p>
    <button class="button" @click=${release}>${_("Passer l’appareil")}</button>
  </section>`;
}

/** @param {import("./desk.js").Desk} desk */
function adding(desk) {
  const add = async (/** @type {any} */ event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    const answer = await desk.send("participant.join", {
      service: String(form.get("service") ?? ""),
      table: desk.room.boot.table,
      name: String(form.get("name") ?? "") || null,
    });
    if (!answer.ok) return;
    event.target.reset();
    desk.toast(_("C’est noté : choisissez maintenant la personne."));
  };
  return html`<details>
    <summary>${_("Ajouter une personne de la table")}</summary>
    <form @submit=${add}>
      <div class="field">
        <label for="add-service">${_("Son service")}</label>
        <select id="add-service" name="service" required>
          <option value="">${_("Choisir…")}</option>
          ${desk.room.all("services").map((one) => html`<option value=${one.id}>${one.name}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="add-name">${_("Son nom (facultatif)")}</label>
        <input id="add-name" name="name" type="text" maxlength="80" />
      </div>
      <button class="button button-main" type="submit">${_("Ajouter")}</button>
    </form>
  </details>`;
}

