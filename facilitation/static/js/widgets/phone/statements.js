/** Dires de l'État: those proposed, a réserve of my service, my table's own, put better while it may be. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { folding, receipt } from "./standing.js";
import { correction } from "./statement-correction.js";
import { fields, proposal } from "./statement-form.js";
import { objecting } from "./statement-objection.js";
import { reserving } from "./statement-reserve.js";

/**
 * The one thing to do while the step is about dires.
 * @param {import("./desk.js").Desk} desk
 */
export function statements(desk) {
  if (!desk.allows("statement")) return nothing;
  return html`<section aria-labelledby="dires-title">
    <h2 id="dires-title">${_("Dire de l’État")}</h2>
    ${list(desk)} ${desk.mayWrite() ? proposal(desk) : nothing}
  </section>`;
}

/**
 * In other steps they can still be read, and reserved, folded.
 * @param {import("./desk.js").Desk} desk
 */
export function statementsAtHand(desk) {
  const closed = desk.workshop()?.state === "closed";
  if ((desk.allows("statement") && !closed) || !(known(desk).length || waitingOnes(desk).length)) return nothing;
  const fold = folding(desk, "dires");
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${_("Les dires de l’État proposés")}</summary>
    ${fold.open ? list(desk) : nothing}
  </details>`;
}

/** @param {import("./desk.js").Desk} desk */
function known(desk) {
  return desk.room.all("statements").filter((one) => one.state !== "removed");
}

/** @param {import("./desk.js").Desk} desk */
function waitingOnes(desk) {
  // The server may show a dire a moment before it answers for it.
  const there = (/** @type {any} */ sent) =>
    known(desk).some((one) => one.subject === sent.subject && one.says === sent.says);
  return desk.outbox
    .entries()
    .filter((one) => one.name === "statement.propose" && one.state !== "saved")
    .filter((one) => one.state === "refused" || !there(one.payload));
}

/** @param {import("./desk.js").Desk} desk */
function list(desk) {
  return html`<ul class="slips slips-apart">
    ${known(desk).map((one) => card(desk, one))} ${waitingOnes(desk).map((one) => waiting(desk, one))}
  </ul>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function card(desk, one) {
  const own = one.table === desk.room.boot.table && one.state === "proposed";
  const closed = desk.workshop()?.state === "closed";
  return html`<li class="slip">
    <p class="slip-head"><span class="slip-number">${one.id}</span> <span>${nameOf("statements", one.state)}</span></p>
    <h3><bdi>${one.subject}</bdi></h3>
    ${fields()
      .slice(1)
      .filter(([name]) => one[name])
      .map(([name, label]) => html`<p class="said"><strong>${label}</strong> <bdi>${one[name]}</bdi></p>`)}
    ${one.reserves.map(
      (/** @type {any} */ reserve) => html`<p class="notice">
        <strong>${_("Réserve : %(who)s", { who: desk.service(reserve.service) })}</strong> <bdi>${reserve.text}</bdi>
      </p>`,
    )}
    ${own && desk.mayWrite() && !closed ? correction(desk, one) : nothing}
    ${desk.allows("statement") && desk.mayWrite() && !closed ? objecting(desk, one) : nothing} ${desk.who() && !closed ? reserving(desk, one) : nothing}
  </li>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} entry
 */
function waiting(desk, entry) {
  const back = () => {
    desk.draft("statement").write(entry.payload);
    desk.outbox.forget(entry.key);
    desk.draw();
  };
  return html`<li class="slip">
    <h3><bdi>${entry.payload.subject}</bdi></h3>
    <p class="slip-text"><bdi>${entry.payload.says}</bdi></p>
    ${receipt(desk, entry, { back })}
  </li>`;
}
