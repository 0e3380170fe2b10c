/**
 * The two lists of a fiche-action: its steps and the services associated with their role. Each
 * change saves the whole list, with the version of the field that was drawn.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { versionOf } from "../../core/versions.js";
import { bound, choice } from "./bits.js";
import { pairs, recordPairs, serviceName } from "./words.js";

function saver(desk, action, field) {
  return (list) =>
    desk.act("action.edit", { action: action.id, field, value: list }, { base: versionOf(action, field) });
}

const replaced = (list, index, changes) => list.map((one, at) => (at === index ? { ...one, ...changes } : one));
const without = (list, index) => list.toSpliced(index, 1);

/** The steps: content, responsible, date, state; the last line adds one. */
export function milestonesTemplate(desk, action, label) {
  const list = action.milestones ?? [];
  const save = saver(desk, action, "milestones");
  const input = (
    one,
    index,
    name,
    words,
    type = "text",
  ) => html`<input type=${type} aria-label="${words}, ${_("étape %(n)s", { n: index + 1 })}" placeholder=${words}
    ${bound(one[name])} @change=${(event) => save(replaced(list, index, { [name]: event.target.value.trim() }))}>`;
  const add = (event) => {
    const content = event.target.value.trim();
    if (!content) return;
    event.target.value = "";
    save([...list, { content, responsible: "", due: "", state: "todo" }]);
  };
  return html`<fieldset class="field-wide sheet-rows"><legend>${label}</legend>
    ${list.map(
      (one, index) => html`<div class="sheet-row sheet-row-4"><span class="soft">${index + 1}</span>
      ${input(one, index, "content", _("Contenu"))}${input(one, index, "responsible", _("Responsable"))}${input(one, index, "due", _("Échéance"), "date")}
      ${choice({ value: one.state, list: pairs("milestone"), label: _("État de l’étape %(n)s", { n: index + 1 }), pick: (state) => save(replaced(list, index, { state })) })}
      <button type="button" class="button button-small button-quiet" aria-label=${_("Retirer l’étape %(n)s", { n: index + 1 })} @click=${() => save(without(list, index))}>✕</button></div>`,
    )}
    <input type="text" class="sheet-add" aria-label=${_("Ajouter une étape")} placeholder=${_("Ajouter une étape, puis Entrée")} @change=${add}></fieldset>`;
}

/** The services associated, each with its role. */
export function associatesTemplate(desk, action, label) {
  const list = action.associates ?? [];
  const save = saver(desk, action, "associates");
  const free = desk.room.all("services").filter((one) => !list.some((other) => other.service === one.id));
  const add = (service) => (service ? save([...list, { service, role: "supports" }]) : null);
  return html`<fieldset class="field-wide sheet-rows"><legend>${label}</legend>
    ${list.map(
      (one, index) => html`<div class="sheet-row"><span>${serviceName(desk.room, one.service)}</span>
      ${choice({ value: one.role, list: pairs("role"), label: _("Rôle de %(service)s", { service: serviceName(desk.room, one.service) }), pick: (role) => save(replaced(list, index, { role })) })}
      <button type="button" class="button button-small button-quiet" aria-label=${_("Retirer %(service)s", { service: serviceName(desk.room, one.service) })} @click=${() => save(without(list, index))}>✕</button></div>`,
    )}
    ${free.length ? html`${choice({ value: "", list: recordPairs(free, (one) => serviceName(desk.room, one.id)), empty: _("Associer un service"), label: _("Associer un service"), kind: "sheet-add", pick: add })}` : nothing}</fieldset>`;
}
