/**
 * The table's fiche-action, written field by field: each field is saved when one leaves it, with its
 * own version; when another hand came first both texts are shown and nothing is lost.
 */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { draft } from "../../core/drafts.js";
import { nameOf, namesOf } from "../../core/names.js";
import { groups, versionOf } from "./sheet-fields.js";

/** @param {import("./desk.js").Desk} desk */
export function sheets(desk) {
  const table = desk.room.boot.table;
  const own = desk.room.all("actions").filter((one) => one.table === table && one.state === "live");
  return own.map((action) => sheet(desk, action));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 */
function sheet(desk, action) {
  return html`
    <section class="panel" aria-labelledby="sheet-${action.id}">
      <h2 id="sheet-${action.id}">${_("Notre fiche-action")} <span class="slip-number">${action.id}</span></h2>
      <p class="soft">${_("Chaque champ s’enregistre quand vous le quittez. Toute la table peut écrire.")}</p>
      ${groups().map(
        (group, place) => html`<details ?open=${place === 0}>
          <summary>${group.title}</summary>
          ${group.fields.map((field) => editable(desk, action, field))}
        </details>`,
      )}
    </section>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 * @param {import("./sheet-fields.js").Field} field
 */
function editable(desk, action, field) {
  const id = `${action.id}-${field.name}`;
  const kept = draft(desk.draftKey(`sheet.${id}`));
  const pending = kept.read();
  const conflict = desk.ui[`conflict.${id}`];
  return html`<div class="field">
    <label for=${id}>${field.label}</label>
    ${input(desk, action, field, id, kept)}
    <span class="field-help" role="status">${desk.ui[`told.${id}`] ?? (pending ? _("Pas encore enregistré") : "")}</span>
    ${conflict === undefined ? nothing : quarrel(desk, action, field, id, kept)}
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 * @param {import("./sheet-fields.js").Field} field
 * @param {string} id
 * @param {ReturnType<typeof draft>} kept
 */
function input(desk, action, field, id, kept) {
  const value = kept.read()?.value ?? shown(action[field.name], field.shape);
  const typed = (/** @type {any} */ event) => {
    const base = kept.read()?.base ?? versionOf(action, field.name);
    kept.write({ value: event.target.value, base });
  };
  const left = () => save(desk, action, field, id, kept);
  const chosen = (/** @type {any} */ event) => {
    typed(event);
    left();
  };
  if (field.shape === "service") return select(id, value, services(desk), chosen);
  if (field.shape === "level") return select(id, value, levels(desk), chosen);
  if (field.shape === "date") {
    return html`<input id=${id} type="date" .value=${live(value)} @change=${chosen} />`;
  }
  if (field.shape === "line") {
    return html`<input id=${id} type="text" .value=${live(value)} @input=${typed} @change=${left} />`;
  }
  const help = { milestones: _("Une étape par ligne : contenu ; responsable ; échéance"), associates: _("Un service par ligne") };
  const hint = help[/** @type {"milestones"} */ (field.shape)] ?? "";
  return html`<textarea id=${id} rows="3" placeholder=${hint} .value=${live(value)} @input=${typed} @change=${left}></textarea>`;
}

/** @param {import("./desk.js").Desk} desk */
function services(desk) {
  return desk.room.all("services").map((one) => [one.id, one.short]);
}

/** @param {import("./desk.js").Desk} desk */
function levels(desk) {
  const wanted = desk.workshop()?.levels ?? [];
  return namesOf("levels").filter(([id]) => wanted.includes(id));
}

/**
 * @param {string} id
 * @param {string} value
 * @param {string[][]} options
 * @param {(event: any) => void} chosen
 */
function select(id, value, options, chosen) {
  return html`<select id=${id} @change=${chosen}>
    <option value="" ?selected=${!value}>${_("À compléter")}</option>
    ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
  </select>`;
}

/**
 * A value as it is typed.
 * @param {any} value
 * @param {string} shape
 */
export function shown(value, shape) {
  if (shape === "milestones") {
    return (value ?? [])
      .map((/** @type {any} */ one) => [one.content, one.responsible, one.due].filter(Boolean).join(" ; "))
      .join("\n");
  }
  if (shape === "associates") return (value ?? []).map((/** @type {any} */ one) => one.service).join("\n");
  return value ?? "";
}

/**
 * What was typed, as the command takes it.
 * @param {string} text
 * @param {string} shape
 * @param {(name: string) => string} serviceOf finds a service by its short name or id
 * @returns {any}
 */
export function read(text, shape, serviceOf) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  if (shape === "milestones") {
    return lines.map((line) => {
      const [content, responsible = "", due = ""] = line.split(";").map((part) => part.trim());
      return { content, responsible, due };
    });
  }
  if (shape === "associates") return lines.map((line) => ({ service: serviceOf(line) }));
  if (shape === "service" || shape === "level") return text || null;
  return text;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 * @param {import("./sheet-fields.js").Field} field
 * @param {string} id
 * @param {ReturnType<typeof draft>} kept
 */
async function save(desk, action, field, id, kept) {
  const typed = kept.read();
  if (!typed) return;
  desk.ui[`told.${id}`] = _("Envoi…");
  desk.draw();
  const find = (/** @type {string} */ name) => serviceNamed(desk, name);
  const asked = { action: action.id, field: field.name, value: read(typed.value, field.shape, find) };
  const answer = await desk.send("action.edit", asked, { base: typed.base });
  if (answer.ok) {
    kept.clear();
    delete desk.ui[`conflict.${id}`];
    desk.ui[`told.${id}`] = _("Enregistré");
  } else if (answer.code === "conflict") {
    desk.ui[`conflict.${id}`] = shown(answer.current?.[field.name], field.shape);
    desk.ui[`told.${id}`] = "";
  } else {
    desk.ui[`told.${id}`] = answer.message;
  }
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} name
 */
function serviceNamed(desk, name) {
  const wanted = name.toLowerCase();
  const found = desk.room.all("services").find((one) => [one.id, one.short.toLowerCase()].includes(wanted));
  return found?.id ?? name;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} action
 * @param {import("./sheet-fields.js").Field} field
 * @param {string} id
 * @param {ReturnType<typeof draft>} kept
 */
function quarrel(desk, action, field, id, kept) {
  const theirs = desk.ui[`conflict.${id}`];
  const end = () => {
    delete desk.ui[`conflict.${id}`];
    desk.draw();
  };
  const takeTheirs = () => {
    kept.clear();
    end();
  };
  const keepMine = () => {
    kept.write({ value: kept.read()?.value ?? "", base: versionOf(desk.room.get("actions", action.id), field.name) });
    end();
    save(desk, action, field, id, kept);
  };
  return html`<div class="notice">
    <p>${_("Quelqu’un de votre table vient d’écrire :")} <bdi>${theirs || _("(vide)")}</bdi></p>
    <div class="button-row">
      <button class="button" @click=${takeTheirs}>${_("Garder ce texte")}</button>
      <button class="button" @click=${keepMine}>${_("Remettre le mien")}</button>
    </div>
  </div>`;
}

/**
 * The plan, as the room has seen it.
 * @param {import("./desk.js").Desk} desk
 */
export function plan(desk) {
  const own = desk.room.boot.table;
  const others = desk.room.all("actions").filter((one) => one.state === "live" && one.table !== own);
  if (!others.length) return nothing;
  return html`<details>
    <summary>${_("Le plan d’action proposé")}</summary>
    <ul class="slips">
      ${others.map(
        (one) => html`<li class="slip">
          <p class="slip-head"><span class="slip-number">${one.id}</span> <span>${nameOf("statuses", one.status)}</span></p>
          <p class="slip-text"><bdi>${one.title}</bdi></p>
          <p class="slip-foot">${one.pilot ? _("Pilote : %(who)s", { who: desk.room.get("services", one.pilot)?.short ?? one.pilot }) : ""}</p>
        </li>`,
      )}
    </ul>
  </details>`;
}
