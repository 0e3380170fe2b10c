/** The fields of a dire de l’État, and its proposal in the name of the table. */
import { html, live } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { folding, never, writer } from "./standing.js";

/** @returns {[string, string, number][]} name, label, lines */
export function fields() {
  return [
    ["subject", _("Sujet"), 1],
    ["audience", _("Destinataires"), 1],
    ["says", _("Ce que l’État dit"), 4],
    ["does_not_say", _("Ce qu’il ne dit pas"), 2],
    ["carried_by", _("Qui le porte"), 1],
    ["competence", _("Réserve de compétence"), 2],
  ];
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} key of the draft
 * @param {any} start
 */
export function inputs(desk, key, start) {
  const kept = desk.draft(key);
  const held = kept.read() ?? start;
  const write = writer(desk, kept, start);
  const id = (/** @type {string} */ name) => `${key.replace(".", "-")}-${name}`;
  return html`${fields().map(
    ([name, label, lines]) => html`<div class="field">
      <label for=${id(name)}>${label}</label>
      ${
        lines === 1
          ? html`<input id=${id(name)} type="text" maxlength="200" .value=${live(held[name] ?? "")} @input=${write(name)} aria-describedby=${id("never")} />`
          : html`<textarea id=${id(name)} rows=${lines} maxlength="5000" .value=${live(held[name] ?? "")} @input=${write(name)} aria-describedby=${id("never")}></textarea>`
      }
    </div>`,
  )}
  ${never(id("never"))}`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} held
 */
export function complete(desk, held) {
  const there = (/** @type {string} */ name) => (held[name] ?? "").trim() !== "";
  if (there("subject") && there("says")) return true;
  desk.toast(_("Écrivez au moins le sujet et ce que l’État dit."));
  return false;
}

/** @param {import("./desk.js").Desk} desk */
export function proposal(desk) {
  const kept = desk.draft("statement");
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const held = kept.read() ?? {};
    if (!complete(desk, held)) return;
    desk.keep("statement.propose", held);
    kept.clear();
    desk.ui.proposing = false;
    desk.draw();
  };
  const fold = folding(desk, "proposing", kept.read() !== null);
  return html`<details class="panel" .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${_("Proposer un dire de l’État, au nom de la table")}</summary>
    <form @submit=${send}>
      ${inputs(desk, "statement", {})}
      <button class="button button-main button-wide" type="submit">${_("Proposer ce dire de l’État")}</button>
    </form>
  </details>`;
}
