/**
 * Codes of place: one per chair, asked of the server once, to print as place cards that say all
 * one needs to come in.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { field } from "./bits.js";
import { serviceName, tableName } from "./words.js";

/** Ask for a code per place; `plan` is a spreadsheet that replaces the scenario's table plan. */
async function fetchSeats(desk, plan) {
  const { code, role } = desk.room.boot;
  const body = new FormData();
  if (plan?.size) body.append("plan", plan);
  const answer = await fetch(`/api/workshops/${code}/seats`, {
    method: "POST",
    headers: { "X-Tablee-As": role },
    body,
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.message);
  return [...(said.devices ?? []), ...(said.seats ?? [])];
}

/** Sixty codes take the server a moment: the dialog says so. */
async function makeSeats(desk, plan) {
  desk.look({ making: true });
  try {
    desk.look({ seats: await fetchSeats(desk, plan) });
  } catch (/** @type {any} */ fault) {
    desk.toast(fault.message || _("Les codes de place n’ont pas pu être établis."), "alarm");
  } finally {
    desk.look({ making: false });
  }
}

/** Seat codes to print on place cards. */
export function openSeats(desk) {
  const make = (event) => {
    event.preventDefault();
    if (!desk.view.making) makeSeats(desk, event.target.elements.plan.files[0]);
  };
  desk.open(_("Codes de place"), () => html`${formTemplate(desk, make)}${cardsTemplate(desk)}`, "wide");
}

function formTemplate(desk, make) {
  const { making, seats } = desk.view;
  return html`<form class="form no-print" @submit=${make}>
    <p>${_("Un code par place, à imprimer sur les cartons : une place, une personne, une voix. Les codes ne seront pas affichés une seconde fois : imprimez-les avant de fermer.")}</p>
    ${field(_("Plan de table (CSV ou XLSX) ; sans fichier, celui du scénario"), html`<input type="file" name="plan" accept=".csv,.xlsx">`)}
    <div class="row"><button class="button ${seats ? "" : "button-main"}" aria-disabled=${String(Boolean(making))}>${making ? _("Un instant…") : _("Établir les codes")}</button>
      ${seats ? html`<button type="button" class="button button-main" @click=${() => window.print()}>${_("Imprimer")}</button>` : nothing}</div></form>`;
}

function cardsTemplate(desk) {
  const { seats } = desk.view;
  return seats ? html`<ul class="seats">${seats.map((seat) => cardTemplate(desk, seat))}</ul>` : nothing;
}

function cardTemplate(desk, seat) {
  const { address, code, wifi } = desk.room.boot;
  return html`<li class="seat">
    <p class="seat-who"><strong>${tableName(desk.room.get("tables", seat.table))}</strong>
      ${seat.service ? serviceName(desk.room, seat.service) : _("Appareil de la table")}</p>
    ${seat.function ? html`<p class="seat-function">${seat.function}</p>` : nothing}
    <dl class="seat-way">${wifi ? html`<dt>${_("Wi-Fi")}</dt><dd>${wifi.ssid}</dd>` : nothing}
      <dt>${_("Adresse")}</dt><dd>${address}</dd>
      <dt>${_("Code du séminaire")}</dt><dd>${code}</dd>
      <dt>${seat.service ? _("Code de place") : _("Code de l’appareil")}</dt><dd class="seat-code">${seat.code}</dd></dl></li>`;
}
