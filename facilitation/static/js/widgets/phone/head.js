/** The head of the phone: the step, its clock, the link, what waits to be sent. */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { formatClock, remaining } from "../../core/clock.js";

/** @param {import("./desk.js").Desk} desk */
export function head(desk) {
  const step = desk.step();
  return html`
    <div class="head-line">
      <p class="head-step">${step ? step.title : _("Le séminaire va commencer")}</p>
      ${clock(desk)}
    </div>
    <p class="head-state">${link(desk)} ${waiting(desk)} ${watched(desk)}</p>
  `;
}

/** @param {import("./desk.js").Desk} desk */
function clock(desk) {
  const left = remaining(desk.step(), desk.room.now());
  if (left === null) return nothing;
  const late = left < 0 ? "is-late" : "";
  return html`<p class="head-clock ${late}" role="timer" aria-label=${_("Temps restant")}>${formatClock(left)}</p>`;
}

/** @param {import("./desk.js").Desk} desk */
function link(desk) {
  const words = {
    online: _("connecté"),
    waiting: _("reconnexion en cours"),
    offline: _("hors connexion : tout est gardé ici"),
  };
  return html`<span class="link-${desk.room.link}">${words[desk.room.link]}</span>`;
}

/** @param {import("./desk.js").Desk} desk */
function waiting(desk) {
  const count = desk.outbox.waiting();
  if (!count) return nothing;
  return html`<span class="state-phone">${n_("%(n)s envoi en attente", "%(n)s envois en attente", count)}</span>`;
}

/** @param {import("./desk.js").Desk} desk */
function watched(desk) {
  const count = desk.room.live.observers ?? 0;
  if (!count) return nothing;
  return html`<span>${_("Observateurs connectés : %(n)s", { n: count })}</span>`;
}
