/** My own contributions with their state: on this phone, saved, on screen, what became of them. */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { actions } from "./mine-actions.js";
import { editor } from "./mine-edit.js";
import { outcome } from "./outcome.js";
import { owned } from "./owned.js";
import { slip } from "./slip.js";
import { folding, onPhone } from "./standing.js";

/** @typedef {import("./own-texts.js").Own} Own */

/** More texts of earlier steps than this are folded. */
const MOST = 3;

/** @param {import("./desk.js").Desk} desk */
export function mine(desk) {
  const texts = owned(desk);
  if (!texts.length) return nothing;
  const older = texts.filter((own) => settledBefore(desk, own));
  const folded = older.length > MOST && desk.workshop()?.state !== "closed";
  const shown = folded ? texts.filter((own) => !older.includes(own)) : texts;
  return html`
    <section aria-labelledby="mine-title">
      <h2 id="mine-title">${title(desk, texts)}</h2>
      ${list(desk, shown)} ${folded ? before(desk, older) : nothing}
    </section>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own[]} texts
 */
function title(desk, texts) {
  if (desk.forTable) return _("Ce que la table a écrit");
  const both = texts.some((own) => !own.entry && own.record?.for_table);
  return both ? _("Ce que j’ai écrit, et ma table") : _("Ce que j’ai écrit");
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own[]} texts
 */
function list(desk, texts) {
  return html`<ul class="slips">
    ${repeat(
      texts,
      (one) => one.key,
      (one) => line(desk, one),
    )}
  </ul>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own[]} older
 */
function before(desk, older) {
  const fold = folding(desk, "older");
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${n_("Mon texte des séquences précédentes", "Mes %(n)s textes des séquences précédentes", older.length)}</summary>
    ${fold.open ? list(desk, older) : nothing}
  </details>`;
}

/**
 * Of another step, saved, and not being corrected: it can be folded.
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 */
function settledBefore(desk, own) {
  const calm = [own.entry, own.change].every((entry) => !entry || entry.state === "saved");
  return calm && own.posted.step !== desk.step()?.id && desk.draft(`edit.${own.id}`).read() === null;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 */
function line(desk, own) {
  const one = { ...own.posted, ...(own.record ?? {}), id: own.id, text: own.text };
  const editing = own.id ? editor(desk, own, one) : null;
  return editing ?? slip(desk, one, { foot: state(desk, own), actions: actions(desk, own, one) });
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {Own} own
 */
function state(desk, own) {
  const waits = [own.entry, own.change].find((entry) => entry?.state === "phone");
  if (waits) return html`<span class="state state-phone">${onPhone(desk)}</span> <span>${waits.message ?? ""}</span>`;
  if (own.entry?.state === "refused") {
    return html`<span class="state state-refused">${_("Non enregistré")}</span> <span>${own.entry.message}</span>`;
  }
  const became = own.record ? outcome(desk, own.record) : own.withdrawn ? _("Retirée") : "";
  return html`<span class="state state-saved">${_("Enregistré")}</span> <span>${became}</span> ${refusedChange(own)}`;
}

/** @param {Own} own */
function refusedChange(own) {
  if (own.change?.state !== "refused") return nothing;
  return html`<span class="state-refused">${_("Dernière modification refusée : %(why)s", { why: own.change.message ?? "" })}</span>`;
}
