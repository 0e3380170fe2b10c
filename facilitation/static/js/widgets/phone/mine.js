/** My own contributions with their state: on this phone, saved, on screen, what became of them. */
import { html, live, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { outcome, slip } from "./slip.js";

/**
 * What I wrote: entries of the outbox, completed by what the server says of them since; then what I
 * wrote on another phone and signed.
 * @param {import("./desk.js").Desk} desk
 */
export function ownEntries(desk) {
  const entries = desk.outbox
    .entries()
    .filter((entry) => entry.name === "contribution.post" && entry.meta.who === desk.who());
  const known = new Set(entries.map((entry) => entry.result?.id).filter(Boolean));
  const elsewhere = desk.room
    .all("contributions")
    .filter((one) => "private" in one && !known.has(one.id) && desk.room.boot.role === "participant")
    .map((one) => ({ key: one.id, state: "saved", payload: one, result: { id: one.id }, message: "" }))
    .reverse();
  return [...entries, ...elsewhere];
}

/** @param {import("./desk.js").Desk} desk */
export function mine(desk) {
  const entries = ownEntries(desk);
  if (!entries.length) return nothing;
  return html`
    <section aria-labelledby="mine-title">
      <h2 id="mine-title">${_("Ce que j’ai écrit")}</h2>
      <ul class="slips">
        ${repeat(
          entries,
          (entry) => entry.key,
          (entry) => own(desk, entry),
        )}
      </ul>
    </section>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 */
function own(desk, entry) {
  const record = desk.room.get("contributions", entry.result?.id);
  const one = { ...entry.payload, ...(record ?? {}), id: entry.result?.id };
  one.text = record?.text ?? entry.meta?.text ?? entry.payload.text;
  if (desk.ui.editing === entry.key) return editor(desk, entry, one);
  return slip(desk, one, { foot: state(desk, entry, record), actions: actions(desk, entry, one) });
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 * @param {any} record
 */
function state(desk, entry, record) {
  if (entry.state === "phone") {
    return html`<span class="state state-phone">${_("Sur ce téléphone, pas encore enregistré")}</span>`;
  }
  if (entry.state === "refused") {
    return html`<span class="state state-refused">${_("Non enregistré")}</span> <span>${entry.message}</span>`;
  }
  const became = record ? outcome(desk, record) : entry.meta?.withdrawn ? _("Retirée") : "";
  return html`<span class="state state-saved">${_("Enregistré")}</span> <span>${became}</span>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 * @param {any} one
 */
function actions(desk, entry, one) {
  if (entry.state === "refused") {
    const back = () => takeBack(desk, entry);
    return html`<button class="button button-small" @click=${back}>${_("Reprendre ce texte")}</button>`;
  }
  const open = entry.state === "saved" && (one.state ?? "posted") === "posted" && !entry.meta?.withdrawn;
  if (!open) return nothing;
  const edit = () => {
    desk.ui.editing = entry.key;
    desk.ui.editText = one.text;
    desk.draw();
  };
  return html`
    <button class="button button-quiet button-small" @click=${edit}>${_("Modifier")}</button>
    <button class="button button-quiet button-small" @click=${() => withdraw(desk, entry)}>${_("Retirer")}</button>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 */
function takeBack(desk, entry) {
  desk.ui.kind = entry.payload.kind;
  const key = desk.draftKey(`post.${entry.payload.kind}`);
  localStorage.setItem(`tablee.draft.${key}`, JSON.stringify({ text: entry.payload.text }));
  desk.outbox.forget(entry.key);
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 */
async function withdraw(desk, entry) {
  const secret = entry.payload.edit_secret;
  const asked = { contribution: entry.result.id, ...(secret ? { edit_secret: secret } : {}) };
  const answer = await desk.send("contribution.withdraw", asked);
  if (!answer.ok) return;
  if (entry.meta) entry.meta.withdrawn = true;
  desk.outbox.store();
  desk.toast(_("Contribution retirée."));
  desk.draw();
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 * @param {any} one
 */
function editor(desk, entry, one) {
  const typed = (/** @type {any} */ event) => {
    desk.ui.editText = event.target.value;
  };
  const cancel = () => {
    desk.ui.editing = null;
    desk.draw();
  };
  return html`<li class="slip slip-${one.kind}">
    <div class="field">
      <label for="edit-${entry.key}">${_("Modifier %(id)s", { id: one.id })}</label>
      <textarea id="edit-${entry.key}" rows="4" .value=${live(desk.ui.editText)} @input=${typed}></textarea>
    </div>
    <div class="button-row">
      <button class="button button-main" @click=${() => save(desk, entry)}>${_("Enregistrer")}</button>
      <button class="button" @click=${cancel}>${_("Annuler")}</button>
    </div>
  </li>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 */
async function save(desk, entry) {
  const secret = entry.payload.edit_secret;
  const text = desk.ui.editText.trim();
  const asked = { contribution: entry.result.id, text, ...(secret ? { edit_secret: secret } : {}) };
  const answer = await desk.send("contribution.edit", asked);
  if (!answer.ok) return;
  if (entry.meta) entry.meta.text = text;
  desk.outbox.store();
  desk.ui.editing = null;
  desk.toast(_("Modification enregistrée."));
  desk.draw();
}
