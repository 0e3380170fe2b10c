/** The head of the phone: the step, its clock, the time left to write, the link, what waits. */
import { formatClock, remaining, writingLeft } from "../../core/clock.js";
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { owned } from "./owned.js";

/** @param {import("./desk.js").Desk} desk */
export function head(desk) {
  const step = desk.step();
  const over = desk.workshop()?.state === "closed";
  return html`
    <div class="head-line">
      <p class="head-step">${step && !over ? step.title : (desk.workshop()?.title ?? "")}</p>
      ${over ? html`<p class="head-over">${_("clos")}</p>` : clock(desk)}
    </div>
    <p class="head-state">${place(desk)} ${link(desk)} ${waiting(desk)} ${latest(desk)} ${watched(desk)}</p>
  `;
}

/**
 * While people write, the time left to write is the one that counts.
 * @param {import("./desk.js").Desk} desk
 */
function clock(desk) {
  const step = desk.step();
  const now = desk.room.now();
  const writing = writingLeft(step, now);
  const whole = remaining(step, now);
  if (writing === null && whole === null) return nothing;
  const shown = writing ?? whole ?? 0;
  const words = writing === null ? _("séquence") : _("écriture");
  return html`<p class="head-clock ${shown < 0 ? "is-late" : ""}" role="timer">
    <span class="visually-hidden">${_("Temps restant,")} ${words}</span>
    ${formatClock(shown)} <span class="head-clock-of" aria-hidden="true">${step.state === "paused" ? _("en pause") : words}</span>
  </p>`;
}

/** @param {import("./desk.js").Desk} desk */
function place(desk) {
  const number = desk.table()?.number;
  return number ? html`<span>${_("Table %(n)s", { n: number })}</span>` : nothing;
}

/** @param {import("./desk.js").Desk} desk */
function link(desk) {
  if (desk.room.stale && desk.room.link !== "lost") {
    return html`<span class="link link-waiting" role="status">${_("mise à jour…")}</span>`;
  }
  const words = {
    online: _("connecté"),
    waiting: _("reconnexion en cours"),
    lost: _("connexion coupée ; rien n’est perdu"),
  };
  return html`<span class="link link-${desk.room.link}" role="status">${words[desk.room.link]}</span>`;
}

/** @param {import("./desk.js").Desk} desk */
function waiting(desk) {
  const count = desk.outbox.waiting();
  if (!count) return nothing;
  return html`<span class="state-phone">${n_("%(n)s envoi en attente", "%(n)s envois en attente", count)}</span>`;
}

/**
 * Where the last text of whoever holds the phone is, wherever the page is scrolled to.
 * @param {import("./desk.js").Desk} desk
 */
function latest(desk) {
  const held = desk.who() || desk.forTable;
  const one = held && !desk.outbox.waiting() ? owned(desk)[0] : undefined;
  if (!one || one.withdrawn) return nothing;
  if (one.entry?.state === "refused") return html`<span class="state state-refused">${_("Non enregistré")}</span>`;
  const words = one.record?.shown
    ? _("%(id)s à l’écran", { id: one.id ?? "" })
    : _("%(id)s enregistrée", { id: one.id ?? "" });
  return html`<span class="state state-saved">${words}</span>`;
}

/** @param {import("./desk.js").Desk} desk */
function watched(desk) {
  const count = desk.room.live.observers ?? 0;
  if (!count) return nothing;
  return html`<span>${_("Observateurs connectés : %(n)s", { n: count })}</span>`;
}
