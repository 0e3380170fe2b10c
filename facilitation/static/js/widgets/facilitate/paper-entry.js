/**
 * Typing in for somebody: a contribution written on paper has the same rank as one from a phone.
 * The form stays open after each one, for the next sheet of the pile.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { inOrder } from "./agenda-time.js";
import { field, formFoot, onSubmit, options } from "./bits.js";
import { cases, pairs, recordPairs, serviceName, tableName, tables } from "./words.js";

const OF_KIND = { expectation: ["addressee", "lens"], positioning: ["service", "role", "level"], proposal: ["tags"] };

/** The payload of a sheet: only what its kind has; empty fields are left out. */
export function paperPayload(form) {
  const own = OF_KIND[form.kind] ?? [];
  const payload = { kind: form.kind, text: form.text.trim() };
  for (const name of ["step", "case", "table", ...own]) {
    const value = form[name];
    if (Array.isArray(value) ? value.length : value) payload[name] = value;
  }
  if (form.kind !== "positioning") payload.anonymous = true;
  // A positioning speaks for its service: the table would name the person.
  else delete payload.table;
  return payload;
}

/** Open the form. */
export function openPaper(desk) {
  const { room } = desk;
  const state = { kind: "expectation", saved: "" };
  const change = (event) => {
    if (event.target.name !== "kind") return;
    state.kind = event.target.value;
    desk.redraw();
  };
  const save = async (form, element) => {
    const answer = await desk.act("contribution.post", paperPayload(form));
    if (!answer?.ok) return;
    state.saved = answer.result.id;
    element.elements.text.value = "";
    element.elements.text.focus();
    desk.redraw();
  };
  desk.open(
    _("Saisir une contribution sur papier"),
    () => html`<form class="form" @change=${change} @submit=${onSubmit(save)}>
    <fieldset class="choices"><legend>${_("Nature")}</legend>${pairs("kind").map(
      ([code, label]) => html`<label class="check">
      <input type="radio" name="kind" value=${code} .checked=${state.kind === code}> ${label}</label>`,
    )}</fieldset>
    ${field(_("Texte, tel qu’il est écrit"), html`<textarea name="text" rows="4" required maxlength="1000" autofocus></textarea>`)}
    <div class="form-row">
      ${state.kind === "positioning" ? nothing : field(_("Table"), html`<select name="table">${options(recordPairs(tables(room), tableName), "", _("non précisée"))}</select>`)}
      ${field(
        _("Séquence"),
        html`<select name="step">${options(
          recordPairs(inOrder(room.all("steps")), (one) => one.title),
          room.all("workshop")[0]?.step ?? "",
          _("celle en cours"),
        )}</select>`,
      )}
      ${field(
        _("Situation"),
        html`<select name="case" ?required=${state.kind === "positioning"}>${options(
          recordPairs(cases(room), (one) => `${one.number}. ${one.title}`),
          "",
          _("aucune"),
        )}</select>`,
      )}
    </div>
    ${kindFields(room, state.kind)}
    ${state.saved ? html`<p class="saved-line" role="status">${_("%(id)s enregistrée. Feuille suivante ?", { id: state.saved })}</p>` : nothing}
    ${formFoot(desk, _("Enregistrer"))}
  </form>`,
    "wide",
  );
}

function kindFields(room, kind) {
  const services = recordPairs(room.all("services"), (one) => serviceName(room, one.id));
  if (kind === "expectation") {
    return html`<div class="form-row">
      ${field(_("Attendu de"), html`<select name="addressee">${options([["state", _("l’État")], ...services], "", _("non précisé"))}</select>`)}
      ${field(
        _("Regard"),
        html`<select name="lens">${options(
          recordPairs(room.all("lenses"), (one) => one.name),
          "",
          _("aucun"),
        )}</select>`,
      )}</div>`;
  }
  if (kind === "proposal") {
    return html`<fieldset class="checks"><legend>${_("Étiquettes")}</legend>${pairs("tag").map(
      ([code, label]) => html`<label class="check">
      <input type="checkbox" name="tags" data-list value=${code}> ${label}</label>`,
    )}</fieldset>`;
  }
  return html`<div class="form-row">
    ${field(_("Service"), html`<select name="service" required>${options(services, "", _("Choisir un service"))}</select>`)}
    ${field(_("Rôle"), html`<select name="role">${options(pairs("role"), "", _("non précisé"))}</select>`)}
    ${field(_("Niveau"), html`<select name="level">${options(pairs("level", room.all("workshop")[0]?.levels), "", _("non précisé"))}</select>`)}</div>`;
}
