/**
 * One field of a fiche-action on the desk: the control that its kind asks for, saved when left.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { versionOf } from "../../core/versions.js";
import { bound, choice } from "./bits.js";
import { associatesTemplate, milestonesTemplate } from "./sheet-lists.js";
import { saveField } from "./sheet-save.js";
import { pairs, recordPairs, serviceName, themes, word } from "./words.js";

function lists(room, kind) {
  switch (kind) {
    case "themes":
      return recordPairs(themes(room), (one) => `${one.letter}. ${one.name}`);
    case "policies":
      return recordPairs(room.all("policies"), (one) => one.name);
    case "services":
      return recordPairs(room.all("services"), (one) => serviceName(room, one.id));
    case "statements":
      return recordPairs(
        room.all("statements").filter((one) => one.state !== "removed"),
        (one) => `${one.id}, ${one.subject}`,
      );
    case "level":
      return pairs("level", room.all("workshop")[0]?.levels);
    default:
      return pairs("status");
  }
}

/** The control of a field, bound to the record except under the hand. */
export function fieldTemplate(desk, action, name, label, kind) {
  if (kind === "milestones") return milestonesTemplate(desk, action, label);
  if (kind === "associates") return associatesTemplate(desk, action, label);
  const save = (event, value) => saveField(desk, action, name, value, event.target);
  const text = (event) => save(event, event.target.value.trim());
  const typing = (event) => {
    event.target.dataset.dirty = "yes";
  };
  const keep = bound(action[name], versionOf(action, name));
  const field = (control, wide = false) =>
    html`<label class="field ${wide ? "field-wide" : ""}"><span class="field-label">${label}</span>${control}</label>`;
  if (kind === "text")
    return field(html`<textarea rows="2" ${keep} @input=${typing} @change=${text}></textarea>`, true);
  if (kind === "line")
    return field(
      html`<input type="text" ${keep} ?required=${name === "title"} @input=${typing} @change=${text}>`,
      name === "title",
    );
  if (kind === "date") return field(html`<input type="date" ${keep} @input=${typing} @change=${text}>`);
  if (kind === "ids" || kind === "cases") return sourcesTemplate(desk, action, name, label, kind);
  const list = lists(desk.room, kind);
  const empty = name === "status" ? null : _("non renseigné");
  return field(
    html`${choice({ value: action[name], list, empty, pick: (value) => saveField(desk, action, name, value || null) })}`,
  );
}

/** Numbers of contributions or situations, written as a list; unknown ones are refused by name. */
function sourcesTemplate(desk, action, name, label, kind) {
  const list = action[name] ?? [];
  if (kind === "cases") {
    const flip = (id, on) => saveField(desk, action, name, on ? [...list, id] : list.filter((one) => one !== id));
    return html`<fieldset class="checks field-wide"><legend>${label}</legend>${[...desk.room.all("cases")]
      .sort((a, b) => a.number - b.number)
      .map(
        (one) => html`<label class="check">
      <input type="checkbox" .checked=${list.includes(one.id)} @change=${(event) => flip(one.id, event.target.checked)}> ${one.number}. ${one.title}</label>`,
      )}</fieldset>`;
  }
  const save = (event) =>
    saveField(
      desk,
      action,
      name,
      event.target.value
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
      event.target,
    );
  const texts = list.map((id) => desk.room.get("contributions", id)).filter(Boolean);
  return html`<label class="field field-wide"><span class="field-label">${label}</span>
      <input type="text" ${bound(list.join(", "), versionOf(action, name))} @change=${save}></label>
    ${
      texts.length
        ? html`<details class="field-wide"><summary>${n_("%(n)s texte d’origine", "%(n)s textes d’origine", texts.length, { n: texts.length })}</summary>
      <ul class="sources">${texts.map((one) => html`<li><strong>${one.id}</strong> ${one.text} <span class="soft">${word("kind", one.kind)}</span></li>`)}</ul></details>`
        : nothing
    }`;
}
