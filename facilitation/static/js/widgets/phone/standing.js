/** Small things that stand beside every field: the standing line, a receipt of what was sent. */
import { html, nothing } from "../../core/dom.js";
import { _, timeOfDay } from "../../core/i18n.js";

/**
 * The line under every field; the field names it with `aria-describedby`.
 * @param {string} id
 */
export function never(id) {
  return html`<span class="field-help" id=${id}>${_("N’écrivez aucune information protégée ni donnée personnelle.")}</span>`;
}

/**
 * Where what was sent is now: on this phone, saved, or refused.
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 * @param {{saved?: string, back?: () => void}} [parts] `back` takes a refused text up again
 */
export function receipt(desk, entry, { saved, back } = {}) {
  if (!entry) return nothing;
  if (entry.state === "phone")
    return html`<p class="receipt"><span class="state state-phone">${onPhone(desk)}</span> ${entry.message ?? ""}</p>`;
  if (entry.state === "saved") {
    return html`<p class="receipt">
      <span class="state state-saved">${saved ?? _("Enregistré à %(time)s", { time: timeOfDay(entry.settledAt ?? entry.at) })}</span>
    </p>`;
  }
  return html`<p class="receipt"><span class="state state-refused">${_("Non enregistré")}</span> <span>${entry.message}</span></p>
    ${back ? html`<button type="button" class="button button-small" @click=${back}>${_("Reprendre ce texte")}</button>` : nothing}`;
}

/** @param {import("./desk.js").Desk} desk */
export function onPhone(desk) {
  return desk.shared ? _("Sur cet appareil, envoi en cours") : _("Sur ce téléphone, envoi en cours");
}

/**
 * Whether something of a kind is on its way: it is not asked for twice.
 * @param {import("./desk.js").Desk} desk
 * @param {string} name
 * @param {(payload: any) => boolean} [fits]
 */
export function underWay(desk, name, fits = () => true) {
  return desk.outbox.entries().some((one) => one.name === name && one.state === "phone" && fits(one.payload));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {boolean} busy
 */
export function leaving(desk, busy) {
  return html`<p class="receipt" role="status">${busy ? html`<span class="state state-phone">${onPhone(desk)}</span>` : nothing}</p>`;
}

/**
 * Why one does not write just now.
 * @param {import("./desk.js").Desk} desk
 */
export function closedNote(desk) {
  const words = {
    before: _("L’écriture s’ouvrira dans un moment. Pour l’instant, on lit et on écoute."),
    after: _("Écriture close : le rapporteur peut encore compléter."),
    done: _("Cette séquence est terminée."),
  };
  const why = desk.writing();
  if (why === "open" || why === "rapporteur") return nothing;
  return html`<section class="notice"><p>${words[why]}</p></section>`;
}

/**
 * Write one field of a draft as it is typed.
 * @param {import("./desk.js").Desk} desk
 * @param {ReturnType<import("./desk.js").Desk["draft"]>} kept
 * @param {any} [start] what the draft starts from
 * @returns {(name: string) => (event: any) => void}
 */
export function writer(desk, kept, start = {}) {
  return (name) => (event) => {
    const { type, tagName, checked, value } = event.target;
    kept.write({ ...start, ...(kept.read() ?? {}), [name]: type === "checkbox" ? checked : value });
    if (tagName === "SELECT" || type === "checkbox" || type === "radio") desk.draw();
  };
}

/**
 * A part that unfolds: how it stands, and what to do when somebody folds it.
 * @param {import("./desk.js").Desk} desk
 * @param {string} key
 * @param {boolean} [start]
 */
export function folding(desk, key, start = false) {
  const open = desk.ui[key] ?? start;
  const toggled = (/** @type {any} */ event) => {
    if ((desk.ui[key] ?? start) === event.target.open) return;
    desk.ui[key] = event.target.open;
    desk.draw();
  };
  return { open, toggled };
}
