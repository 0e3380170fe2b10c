/**
 * Forms on people: add somebody without a phone, correct an entry, merge two entries, remove one,
 * print seat codes. A removal is undone by the undo button, so it asks for no confirmation.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { changed, field, formFoot, onSubmit, options } from "./bits.js";
import { personName, recordPairs, serviceName, tableName, tables } from "./words.js";

function serviceOptions(room, chosen) {
  const poles = room.all("poles");
  const all = room.all("services");
  const loose = all.filter((one) => !poles.some((pole) => pole.id === one.pole));
  const name = (one) => (one.short && one.short !== one.name ? `${one.short}, ${one.name}` : one.name);
  return html`${options(recordPairs(loose, name), chosen, _("Choisir un service"))}
    ${poles.map(
      (pole) => html`<optgroup label=${pole.name}>
      ${options(
        recordPairs(
          all.filter((one) => one.pole === pole.id),
          name,
        ),
        chosen,
      )}</optgroup>`,
    )}`;
}

const CATEGORIES = () => [
  ["", _("non précisée")],
  ["A", "A"],
  ["B", "B"],
  ["direction", _("direction")],
];

/**
 * Add somebody, or correct an entry.
 * @param {any} desk
 * @param {any} one
 */
export function openPerson(desk, one = null) {
  const { room } = desk;
  const before = { service: "", table: "", name: "", category: "", votes: true, ...one };
  const save = async (form) => {
    const answer = one ? await correct(desk, one, form) : await add(desk, form);
    if (answer?.ok) desk.close();
  };
  desk.open(
    one ? _("Corriger une inscription") : _("Ajouter quelqu’un sans téléphone"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Service"), html`<select name="service" required>${serviceOptions(room, before.service)}</select>`)}
    ${field(_("Table"), html`<select name="table" required>${options(recordPairs(tables(room), tableName), before.table, _("Choisir une table"))}</select>`)}
    ${field(_("Nom (facultatif)"), html`<input type="text" name="name" maxlength="80" autocomplete="off" .value=${before.name ?? ""}>`)}
    ${field(_("Catégorie"), html`<select name="category">${options(CATEGORIES(), before.category)}</select>`)}
    ${
      one
        ? html`<label class="check"><input type="checkbox" name="votes" .checked=${before.votes}> ${_("Prend part à la priorisation")}</label>`
        : html`<p class="field-help">${_("Cette personne pourra écrire sur l’appareil de sa table, ou vous saisirez pour elle. La catégorie « direction » ne prend pas part à la priorisation.")}</p>`
    }
    ${formFoot(desk, one ? _("Enregistrer la correction") : _("Ajouter"))}
  </form>`,
  );
}

function add(desk, form) {
  return desk.act("participant.join", { ...form, name: form.name || null }, { say: _("Inscription ajoutée") });
}

function correct(desk, one, form) {
  const changes = changed({ name: "", ...one }, form);
  return Object.keys(changes).length
    ? desk.act("participant.correct", { participant: one.id, ...changes }, { say: _("Inscription corrigée") })
    : { ok: true };
}

/**
 * Two entries are one person: choose the other one.
 * @param {any} desk
 * @param {any} one
 * @param {{id: string}|null} other
 */
export function openMerge(desk, one, other = null) {
  const { room } = desk;
  const candidates = room
    .all("participants")
    .filter((two) => two.state === "present" && two.id !== one.id)
    .sort((a, b) => Number(b.service === one.service) - Number(a.service === one.service));
  const words = (two) =>
    `${personName(room, two)}, ${serviceName(room, two.service)}, ${tableName(room.get("tables", two.table))}`;
  const save = async ({ duplicate }) => {
    const answer = await desk.act(
      "participant.merge",
      { participant: one.id, duplicate },
      { say: _("Les deux inscriptions n’en font plus qu’une") },
    );
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("Fusionner deux inscriptions"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    <p>${_("À garder : %(name)s", { name: words(one) })}</p>
    ${field(_("Inscription en double"), html`<select name="duplicate" required>${options(recordPairs(candidates, words), other?.id ?? "", _("Choisir une personne"))}</select>`)}
    <p class="field-help">${_("Ce qu’elle a écrit sous l’inscription en double revient à l’inscription gardée. Rien n’est perdu.")}</p>
    ${formFoot(desk, _("Fusionner"))}
  </form>`,
  );
}

/** Take somebody off the list. */
export function removePerson(desk, one) {
  return desk.act(
    "participant.remove",
    { participant: one.id },
    { say: _("%(name)s : inscription retirée ; ses contributions restent", { name: personName(desk.room, one) }) },
  );
}
