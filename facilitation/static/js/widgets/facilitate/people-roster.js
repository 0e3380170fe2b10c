/**
 * The list of participants: searched, corrected, merged, taken off; who seems to be there twice.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { openMerge, openPerson, removePerson } from "./people-forms.js";
import { doubles, found } from "./people-list.js";
import { personName, serviceName } from "./words.js";

/** Those who seem to be there twice; a long list is folded. */
function doublesTemplate(desk, pairs) {
  if (!pairs.length) return nothing;
  const lines = pairs.map((pair) => doubleTemplate(desk, pair));
  if (pairs.length < 3) return lines;
  const words = n_("%(n)s inscription en double", "%(n)s inscriptions en double", pairs.length, { n: pairs.length });
  return html`<details class="doubles"><summary>${words}</summary>${lines}</details>`;
}

function doubleTemplate(desk, [one, other]) {
  const words = _("%(name)s figure deux fois (%(service)s) : sans doute la même personne.", {
    name: personName(desk.room, one),
    service: serviceName(desk.room, one.service),
  });
  return html`<p class="hint-line">${words}
    <button class="button button-small" @click=${() => openMerge(desk, one, other)}>${_("Voir et fusionner")}</button></p>`;
}

/** The list, under its search. */
export function listTemplate(desk, people) {
  const { room, view } = desk;
  const services = new Map(room.all("services").map((one) => [one.id, one]));
  const shown = found(people, view.searches.people ?? "", services);
  return html`<section class="panel" aria-labelledby="list-title">
    <header class="panel-head"><h2 id="list-title">${_("Participants")}</h2>
      <input type="search" class="search" aria-label=${_("Chercher un participant")} placeholder=${_("Nom, service, table")}
        .value=${view.searches.people ?? ""} @input=${(event) => desk.look({ searches: { ...view.searches, people: event.target.value } })}></header>
    ${doublesTemplate(desk, doubles(people))}
    ${
      people.length
        ? html`<table class="list roster"><thead><tr>
      <th>${_("Table")}</th><th>${_("Nom")}</th><th>${_("Service")}</th><th>${_("Priorisation")}</th><th>${_("Écrit depuis")}</th><th><span class="visually-hidden">${_("Actions")}</span></th></tr></thead>
      <tbody>${repeat(
        shown,
        (one) => one.id,
        (one) => personTemplate(desk, one),
      )}</tbody></table>
      ${shown.length ? nothing : html`<p class="soft">${_("Personne ne correspond à cette recherche.")}</p>`}`
        : html`<p class="empty-note">${_("Personne n’a encore rejoint le séminaire. Affichez la scène « Rejoindre » à l’écran.")}
        <button class="button" @click=${() => desk.act("screen.show", { scene: "join" })}>${_("Afficher l’adresse à l’écran")}</button></p>`
    }
  </section>`;
}

const WAYS = () => ({
  phone: _("téléphone"),
  device: _("appareil de la table"),
  facilitator: _("personne : l’animateur saisit"),
});

function personTemplate(desk, one) {
  const { room } = desk;
  return html`<tr><td data-label=${_("Table")}>${room.get("tables", one.table)?.number ?? one.table}</td>
    <td data-label=${_("Nom")}>${one.name || html`<span class="soft">${_("sans nom")}</span>`}</td><td data-label=${_("Service")}>${serviceName(room, one.service)}</td>
    <td data-label=${_("Priorisation")}>${one.votes ? _("oui") : _("non")}</td><td data-label=${_("Écrit depuis")}>${WAYS()[one.via] ?? WAYS().phone}</td>
    <td class="list-actions"><button class="button button-small button-quiet" @click=${() => openPerson(desk, one)}>${_("Corriger")}</button>
      <button class="button button-small button-quiet" @click=${() => openMerge(desk, one)}>${_("Fusionner")}</button>
      <button class="button button-small button-quiet" @click=${() => removePerson(desk, one)}>${_("Retirer")}</button></td></tr>`;
}
