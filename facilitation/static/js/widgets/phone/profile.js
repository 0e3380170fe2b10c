/** Who I am here: the table's rapporteur and its call; my service, my code, my language. */
import { html, nothing } from "../../core/dom.js";
import { _, locale } from "../../core/i18n.js";
import { label } from "./member.js";
import { correction, personalCode } from "./profile-form.js";
import { folding } from "./standing.js";

/** @param {import("./desk.js").Desk} desk */
export function profile(desk) {
  const me = desk.me();
  const fold = folding(desk, "profile");
  const service = desk.service(me?.service);
  const number = desk.table()?.number ?? "";
  return html`
    ${desk.workshop()?.state === "closed" ? nothing : tableLine(desk)}
    <details .open=${fold.open} @toggle=${fold.toggled}>
      <summary>${me ? _("%(service)s, table %(n)s", { service, n: number }) : _("Table %(n)s", { n: number })}</summary>
      ${me && desk.workshop()?.state !== "closed" ? correction(desk, me) : nothing} ${desk.shared ? nothing : personalCode(desk)}
      <p><a href="/w/${desk.room.boot.code}/notice">${_("Vos données : qui les voit, jusqu’à quand, vos droits")}</a></p>
      ${language(desk)}
    </details>
  `;
}

/** @param {import("./desk.js").Desk} desk */
function tableLine(desk) {
  return html`<section class="table-line" aria-label=${_("Ma table")}>
    <p>${rapporteurName(desk)}</p>
    <div class="button-row">${call(desk)} ${rapporteur(desk)}</div>
  </section>`;
}

/** @param {import("./desk.js").Desk} desk */
function rapporteurName(desk) {
  const known = desk.room.get("participants", desk.table()?.rapporteur);
  if (!known) return _("Votre table n’a pas encore de rapporteur.");
  if (known.id === desk.who()) return _("Vous êtes le rapporteur de la table.");
  return _("Rapporteur de la table : %(who)s", { who: label(desk, known, desk.room.all("participants")) });
}

/** @param {import("./desk.js").Desk} desk */
function call(desk) {
  const on = desk.table()?.called ?? false;
  const change = () => desk.send("table.call", { on: !on });
  return html`${on ? html`<p role="status">${_("L’animateur est prévenu, il arrive.")}</p>` : nothing}
    <button type="button" class="button" @click=${change}>${on ? _("Annuler l’appel") : _("Appeler l’animateur")}</button>`;
}

/** @param {import("./desk.js").Desk} desk */
function rapporteur(desk) {
  const table = desk.table();
  if (!table || !desk.who() || desk.isRemembered()) return nothing;
  const mine = table.rapporteur === desk.who();
  const taken = !!table.rapporteur && !mine;
  const change = () => desk.send("rapporteur.name", { table: table.id, participant: mine ? null : desk.who() });
  const words = mine
    ? _("Rendre le rôle de rapporteur")
    : taken
      ? _("Devenir rapporteur à sa place")
      : _("Je suis le rapporteur");
  return html`<button type="button" class="button ${taken ? "button-quiet" : ""}" @click=${change}>${words}</button>`;
}

/** @param {import("./desk.js").Desk} desk */
function language(desk) {
  const other = locale === "fr" ? ["en", "English"] : ["fr", "Français"];
  return html`<form method="post" action="/w/${desk.room.boot.code}/language">
    <input type="hidden" name="back" value=${location.pathname} />
    <button class="button button-quiet" name="language" value=${other[0]} lang=${other[0]}>${other[1]}</button>
  </form>`;
}
