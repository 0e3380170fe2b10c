/**
 * Salle: the tables with who is there, how many have written (never who), the calls; then the
 * participants. Counts come from the server; nothing here can tell one person's writing.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { choice } from "./bits.js";
import { answerCall } from "./gestures.js";
import { messagesTemplate, openMessage } from "./messages.js";
import { openMerge, openPerson, removePerson } from "./people-forms.js";
import { attendance, doubles, found, present } from "./people-list.js";
import { openSeats } from "./seats.js";
import { personName, recordPairs, serviceName, tableName, tables } from "./words.js";

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
      </div></header>
    <ul class="tables">${repeat(
      tables(room),
      (table) => table.id,
      (table) => tableTemplate(desk, table, people),
    )}</ul>
    ${messagesTemplate(desk)}
    ${listTemplate(desk, people)}
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
      ${n_("%(n)s a écrit", "%(n)s ont écrit", seen.written, { n: seen.written })}</p>
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

function listTemplate(desk, people) {
  const { room, view } = desk;
  const services = new Map(room.all("services").map((one) => [one.id, one]));
  const shown = found(people, view.searches.people ?? "", services);
  const pairs = doubles(people);
  return html`<section class="panel" aria-labelledby="list-title">
    <header class="panel-head"><h2 id="list-title">${_("Participants")}</h2>
      <input type="search" class="search" aria-label=${_("Chercher un participant")} placeholder=${_("Nom, service, table")}
        .value=${view.searches.people ?? ""} @input=${(event) => desk.look({ searches: { ...view.searches, people: event.target.value } })}></header>
    ${pairs.map(
      ([
        one,
        other,
      ]) => html`<p class="hint-line">${_("%(name)s figure deux fois (%(service)s) : sans doute la même personne.", { name: personName(room, one), service: serviceName(room, one.service) })}
      <button class="button button-small" @click=${() => openMerge(desk, one, other)}>${_("Voir et fusionner")}</button></p>`,
    )}
    ${
      people.length
        ? html`<div class="scroll-x"><table class="list"><thead><tr>
      <th>${_("Table")}</th><th>${_("Nom")}</th><th>${_("Service")}</th><th>${_("Priorisation")}</th><th>${_("Moyen")}</th><th><span class="visually-hidden">${_("Actions")}</span></th></tr></thead>
      <tbody>${repeat(
        shown,
        (one) => one.id,
        (one) => personTemplate(desk, one),
      )}</tbody></table></div>
      ${shown.length ? nothing : html`<p class="soft">${_("Personne ne correspond à cette recherche.")}</p>`}`
        : html`<p class="empty-note">${_("Personne n’a encore rejoint le séminaire. Affichez la scène « Rejoindre » à l’écran.")}
        <button class="button" @click=${() => desk.act("screen.show", { scene: "join" })}>${_("Afficher l’adresse à l’écran")}</button></p>`
    }
  </section>`;
}

const WAYS = () => ({
  phone: _("téléphone"),
  device: _("appareil de la table"),
  facilitator: _("inscrit par l’animateur"),
});

function personTemplate(desk, one) {
  const { room } = desk;
  return html`<tr><td>${room.get("tables", one.table)?.number ?? one.table}</td>
    <td>${one.name || html`<span class="soft">${_("sans nom")}</span>`}</td><td>${serviceName(room, one.service)}</td>
    <td>${one.votes ? _("oui") : _("non")}</td><td>${WAYS()[one.via] ?? one.via}</td>
    <td class="list-actions"><button class="button button-small button-quiet" @click=${() => openPerson(desk, one)}>${_("Corriger")}</button>
      <button class="button button-small button-quiet" @click=${() => openMerge(desk, one)}>${_("Fusionner")}</button>
      <button class="button button-small button-quiet" @click=${() => removePerson(desk, one)}>${_("Retirer")}</button></td></tr>`;
}
