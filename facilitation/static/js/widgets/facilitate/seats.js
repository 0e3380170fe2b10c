/**
 * Codes of place: one per chair, asked of the server once, to print on the place cards.
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

/** Seat codes to print on place cards. */
export function openSeats(desk) {
  const make = async (event) => {
    event.preventDefault();
    try {
      desk.look({ seats: await fetchSeats(desk, event.target.elements.plan.files[0]) });
    } catch (/** @type {any} */ fault) {
      desk.toast(fault.message || _("Les codes de place n’ont pas pu être établis."), "alarm");
    }
  };
  desk.open(
    _("Codes de place"),
    () => html`<form class="form no-print" @submit=${make}>
    <p>${_("Un code par place, à imprimer sur les cartons : une place, une personne, une voix. Les codes ne seront pas affichés une seconde fois : imprimez-les avant de fermer.")}</p>
    ${field(_("Plan de table (CSV ou XLSX) ; sans fichier, celui du scénario"), html`<input type="file" name="plan" accept=".csv,.xlsx">`)}
    <div class="row"><button class="button button-main">${_("Établir les codes")}</button>
      ${desk.view.seats ? html`<button type="button" class="button" @click=${() => window.print()}>${_("Imprimer")}</button>` : nothing}</div></form>
    ${
      desk.view.seats
        ? html`<ul class="seats">${desk.view.seats.map(
            (seat) => html`<li class="seat">
      <span>${tableName(desk.room.get("tables", seat.table))}</span> <span>${seat.service ? serviceName(desk.room, seat.service) : _("Appareil de table")}</span>
      <strong>${seat.code}</strong></li>`,
          )}</ul>`
        : nothing
    }`,
    "wide",
  );
}
