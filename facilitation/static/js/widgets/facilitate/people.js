/**
 * Salle: the tables with who is there, how many have written (never who), the calls; then the
 * participants. Counts come from the server; nothing here can tell one person's writing.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { attendeesTemplate } from "./attendance.js";
import { choice } from "./bits.js";
import { openDevices } from "./devices.js";
import { answerCall } from "./gestures.js";
import { messagesTemplate, openMessage } from "./messages.js";
import { openPerson } from "./people-forms.js";
import { attendance, present } from "./people-list.js";
import { listTemplate } from "./people-roster.js";
import { openSeats } from "./seats.js";
import { personName, recordPairs, tableName, tables } from "./words.js";

/** The whole area. */
export function peopleArea(desk) {
  const { room } = desk;
  const people = present(room.all("participants"), room.all("tables"));
  const { observers = 0 } = room.live ?? {};
  return html`<section aria-labelledby="people-title">
    <header class="panel-head"><h1 id="people-title">${_("Salle")}</h1>
      <p class="panel-note">${n_("%(n)s participant inscrit", "%(n)s participants inscrits", people.length, { n: people.length })}
        ${_("sur %(n)s attendus", { n: room.all("workshop")[0]?.expected ?? 0 })},
        ${n_("%(n)s observateur connecté", "%(n)s observateurs connectés", observers, { n: observers })}</p>
      <div class="row">
        <button class="button button-small" @click=${() => openMessage(desk)}>${_("Message à tous les téléphones")}</button>
        <button class="button button-small" @click=${() => openPerson(desk)}>${_("Ajouter quelqu’un sans téléphone")}</button>
        <button class="button button-small" @click=${() => openSeats(desk)}>${_("Codes de place")}</button>
        <button class="button button-small" @click=${() => openDevices(desk)}>${_("Relier un autre appareil")}</button>
      </div></header>
    <ul class="tables">${repeat(
      tables(room),
      (table) => table.id,
      (table) => tableTemplate(desk, table, people),
    )}</ul>
    ${messagesTemplate(desk)}
    ${listTemplate(desk, people)}
    ${attendeesTemplate(desk)}
  </section>`;
}

function tableTemplate(desk, table, people) {
  const seen = attendance(table, people, desk.room.live);
  const writing = seen.joined ? Math.min(1, seen.written / seen.joined) : 0;
  return html`<li class="table-card ${table.called ? "is-calling" : ""}">
    <h2 class="table-name">${tableName(table)}</h2>
    ${table.called ? html`<button class="button button-main" @click=${() => answerCall(desk, table.id)}>${_("Appel : j’arrive")}</button>` : nothing}
    <p class="table-count"><strong>${seen.connected}</strong> ${n_("connecté sur %(total)s", "connectés sur %(total)s", seen.connected, { total: seen.joined })}</p>
    <p class="table-count"><progress max="1" .value=${writing} aria-hidden="true"></progress>
      ${n_("%(n)s sur %(total)s a écrit", "%(n)s sur %(total)s ont écrit", seen.written, { n: seen.written, total: seen.joined })}</p>
    <p class="table-count soft">${n_("%(n)s contribution", "%(n)s contributions", table.contributions, { n: table.contributions })}</p>
    <label class="table-field"><span>${_("Rapporteur")}</span>
      ${choice({
        value: table.rapporteur,
        list: recordPairs(seen.members, (one) => personName(desk.room, one)),
        empty: _("personne"),
        pick: (id) => desk.act("rapporteur.name", { table: table.id, participant: id || null }),
      })}</label>
    <div class="row"><button class="button button-small button-quiet" @click=${() => openMessage(desk, table)}>${_("Message")}</button>
      <a class="button button-small button-quiet" href="/w/${desk.room.boot.code}/table/${table.id}" target="_blank" rel="noopener">${_("Appareil de table")}</a></div>
  </li>`;
}
