/**
 * The two lists of a fiche-action: its steps and the services associated with their role. Each
 * change saves the whole list, with the version of the field that was drawn.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { bound, options } from "./bits.js";
import { versionOf } from "./sheet-fields.js";
import { pairs, recordPairs, serviceName } from "./words.js";

function saver(desk, action, field) {
  return (list) => desk.act("action.edit", { action: action.id, field, value: list }, { base: versionOf(action, field) });
}

const replaced = (list, index, changes) => list.map((one, at) => (at === index ? { ...one, ...changes } : one));
const without = (list, index) => list.filter((one, at) => at !== index);

/** The steps: content, responsible, date, state; the last line adds one. */
export function milestonesTemplate(desk, action, label) {
  const list = action.milestones ?? [];
  const save = saver(desk, action, "milestones");
  const input = (one, index, name, words, type = "text") => html`<input type=${type} aria-label="${words}, ${_("étape {n}", { n: index + 1 })}" placeholder=${words}
    ${bound(one[name])} @change=${(event) => save(replaced(list, index, { [name]: event.target.value.trim() }))}>`;
  const add = (event) => {
    const content = event.target.value.trim();
    if (!content) return;
    event.target.value = "";
    save([...list, { content, responsible: "", due: "", state: "todo" }]);
  };
  return html`<fieldset class="field-wide sheet-rows"><legend>${label}</legend>
    ${list.map((one, index) => html`<div class="sheet-row sheet-row-4"><span class="quiet">${index + 1}</span>
      ${input(one, index, "content", _("Contenu"))}${input(one, index, "responsible", _("Responsable"))}${input(one, index, "due", _("Échéance"), "date")}
      <select aria-label=${_("État de l'étape {n}", { n: index + 1 })} @change=${(event) => save(replaced(list, index, { state: event.target.value }))}>${options(pairs("milestone"), one.state)}</select>
      <button type="button" class="button button-small button-quiet" aria-label=${_("Retirer l'étape {n}", { n: index + 1 })} @click=${() => save(without(list, index))}>✕</button></div>`)}
    <input class="sheet-add" aria-label=${_("Ajouter une étape")} placeholder=${_("Ajouter une étape, puis Entrée")} @change=${add}></fieldset>`;
}

/** The services associated, each with its role. */
export function associatesTemplate(desk, action, label) {
  const list = action.associates ?? [];
  const save = saver(desk, action, "associates");
  const free = desk.room.all("services").filter((one) => !list.some((other) => other.service === one.id));
  const add = (event) => {
    const service = event.target.value;
    event.target.value = "";
    if (service) save([...list, { service, role: "supports" }]);
  };
  return html`<fieldset class="field-wide sheet-rows"><legend>${label}</legend>
    ${list.map((one, index) => html`<div class="sheet-row"><span>${serviceName(desk.room, one.service)}</span>
      <select aria-label=${_("Rôle de {service}", { service: serviceName(desk.room, one.service) })} @change=${(event) => save(replaced(list, index, { role: event.target.value }))}>${options(pairs("role"), one.role)}</select>
      <button type="button" class="button button-small button-quiet" aria-label=${_("Retirer {service}", { service: serviceName(desk.room, one.service) })} @click=${() => save(without(list, index))}>✕</button></div>`)}
    ${free.length ? html`<select class="sheet-add" aria-label=${_("Associer un service")} @change=${add}>${options(recordPairs(free, (one) => serviceName(desk.room, one.id)), "", _("Associer un service"))}</select>` : nothing}</fieldset>`;
}
