/**
 * Présences that the compte rendu tells by function: authorities, people excused or represented,
 * observers, services that nobody came from. Those who take part are counted by themselves.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { called, openAdd, openMark } from "./attendance-forms.js";
import { serviceName, word } from "./words.js";

/** People told of: authorities by rank, then by service; observers last. */
export function people(room) {
  const order = (one) => ({
    rank: one.rank || 99,
    last: one.observer ? 1 : 0,
    service: serviceName(room, one.service),
  });
  return room
    .all("attendees")
    .filter((one) => one.function && one.state !== "removed")
    .sort((a, b) => compare(order(a), order(b)));
}

function compare(one, other) {
  return one.rank - other.rank || one.last - other.last || one.service.localeCompare(other.service);
}

/** Services that nobody came from, each with what was noted of it. */
export function away(room) {
  const here = new Set(
    room
      .all("participants")
      .filter((one) => one.state === "present")
      .map((one) => one.service),
  );
  const blank = { function: "", state: "expected", by: "", v: 0 };
  return room
    .all("services")
    .filter((one) => !here.has(one.id))
    .map(({ id }) => room.get("attendees", `service/${id}`) ?? { ...blank, id: `service/${id}`, service: id });
}

function presence(one) {
  if (one.state === "represented" && one.by) return [word("attendance", one.state), one.by].join(", ");
  return word("attendance", one.state);
}

function lineTemplate(desk, one) {
  const remove = () => desk.act("attendance.mark", { attendee: one.id, state: "removed" }, { base: one.v });
  const whose =
    one.function && one.service ? html` <span class="soft">${serviceName(desk.room, one.service)}</span>` : nothing;
  return html`<li class="attendee"><span>${called(desk.room, one)}${whose}${one.observer ? html` <span class="badge">${_("observateur")}</span>` : nothing}</span>
    <span class=${one.state === "expected" ? "soft" : ""}>${presence(one)}</span>
    <span class="row"><button class="button button-small button-quiet" aria-label=${_("Modifier : %(who)s", { who: called(desk.room, one) })} @click=${() => openMark(desk, one)}>${_("Modifier")}</button>
      ${one.id.startsWith("PER-") ? html`<button class="button button-small button-quiet" @click=${remove}>${_("Retirer")}</button>` : nothing}</span></li>`;
}

function listTemplate(desk, lines) {
  return html`<ul class="attendees">${repeat(
    lines,
    (one) => one.id,
    (one) => lineTemplate(desk, one),
  )}</ul>`;
}

/** The panel. */
export function attendeesTemplate(desk) {
  const absent = away(desk.room);
  return html`<section class="panel" aria-labelledby="attendees-title">
    <header class="panel-head"><h2 id="attendees-title">${_("Présences au compte rendu")}</h2>
      <button class="button button-small" @click=${() => openAdd(desk)}>${_("Noter une présence, une excuse")}</button></header>
    <p class="panel-note">${_("Par fonction, dans l’ordre protocolaire. Les participants inscrits sont comptés par service sans rien saisir ici.")}</p>
    ${listTemplate(desk, people(desk.room))}
    ${absent.length ? html`<details class="doubles"><summary>${_("Services dont personne n’est inscrit")}</summary>${listTemplate(desk, absent)}</details>` : nothing}
  </section>`;
}
