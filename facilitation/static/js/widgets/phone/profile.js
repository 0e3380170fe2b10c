/** Who I am here: service, table, rapporteur, a call to the facilitator, my personal code, my language. */
import { html, live, nothing } from "../../core/dom.js";
import { _, locale } from "../../core/i18n.js";

/** @param {import("./desk.js").Desk} desk */
export function profile(desk) {
  const me = desk.me();
  const table = desk.table();
  const service = desk.room.get("services", me?.service)?.short ?? "";
  return html`
    <section class="button-row" aria-label=${_("Ma table")}>${call(desk)} ${rapporteur(desk)}</section>
    <details>
      <summary>${_("%(service)s, table %(n)s", { service, n: table?.number ?? "" })}</summary>
      ${me ? correct(desk, me) : nothing} ${desk.room.boot.role === "participant" ? personalCode(desk) : nothing}
      ${language(desk)}
    </details>
  `;
}

/** @param {import("./desk.js").Desk} desk */
function call(desk) {
  const on = desk.table()?.called ?? false;
  const change = () => desk.send("table.call", { on: !on });
  return html`<button class="button" aria-pressed=${on} @click=${change}>
    ${on ? _("L’animateur est appelé : annuler") : _("Appeler l’animateur")}
  </button>`;
}

/** @param {import("./desk.js").Desk} desk */
function rapporteur(desk) {
  const table = desk.table();
  if (!table || !desk.who()) return nothing;
  const mine = table.rapporteur === desk.who();
  const taken = table.rapporteur && !mine;
  const change = () => desk.send("rapporteur.name", { table: table.id, participant: mine ? null : desk.who() });
  if (taken) return html`<span class="soft small">${_("Rapporteur désigné")}</span>`;
  return html`<button class="button" @click=${change}>
    ${mine ? _("Je ne suis plus rapporteur") : _("Je suis le rapporteur")}
  </button>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} me
 */
function correct(desk, me) {
  const change = (/** @type {string} */ name) => async (/** @type {any} */ event) => {
    const answer = await desk.send("participant.correct", { [name]: event.target.value });
    if (answer.ok) desk.toast(_("C’est corrigé."));
  };
  const option = (/** @type {string} */ id, /** @type {string} */ text, /** @type {string} */ chosen) =>
    html`<option value=${id} ?selected=${id === chosen}>${text}</option>`;
  return html`
    <div class="field">
      <label for="my-service">${_("Mon service")}</label>
      <select id="my-service" @change=${change("service")}>
        ${desk.room.all("services").map((one) => option(one.id, one.name, me.service))}
      </select>
    </div>
    <div class="field">
      <label for="my-table">${_("Ma table")}</label>
      <select id="my-table" @change=${change("table")}>
        ${desk.room.all("tables").map((one) => option(one.id, _("Table %(n)s", { n: one.number }), me.table))}
      </select>
    </div>
    <div class="field">
      <label for="my-name">${_("Mon nom (facultatif)")}</label>
      <input id="my-name" type="text" maxlength="80" .value=${live(me.name ?? "")} @change=${change("name")} />
    </div>
  `;
}

/** @param {import("./desk.js").Desk} desk */
function personalCode(desk) {
  const ask = async () => {
    const { code, role } = desk.room.boot;
    const answer = await fetch(`/api/workshops/${code}/resume-code`, {
      method: "POST",
      headers: { "X-Tablee-As": role },
    });
    const content = await answer.json();
    desk.ui.resumeCode = content.resume_code ?? content.message;
    desk.draw();
  };
  return html`<div class="field">
    <span class="field-label">${_("Changer de téléphone")}</span>
    <span class="field-help">${_("Un code personnel vous fait reconnaître sur un autre téléphone.")}</span>
    ${desk.ui.resumeCode ? html`<p class="code-shown">${desk.ui.resumeCode}</p>` : nothing}
    <button class="button" @click=${ask}>${_("Obtenir mon code personnel")}</button>
  </div>`;
}

/** @param {import("./desk.js").Desk} desk */
function language(desk) {
  const other = locale === "fr" ? ["en", "English"] : ["fr", "Français"];
  return html`<form method="post" action="/w/${desk.room.boot.code}/language">
    <input type="hidden" name="back" value=${location.pathname} />
    <button class="button button-quiet" name="language" value=${other[0]} lang=${other[0]}>${other[1]}</button>
  </form>`;
}
