/** Dires de l'État: those proposed, a réserve of my service, my table's own, put better while it may be. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { receipt } from "./standing.js";
import { correction, fields, proposal } from "./statement-form.js";
import { reserving } from "./statement-reserve.js";

/** @param {import("./desk.js").Desk} desk */
export function statements(desk) {
  const known = desk.room.all("statements").filter((one) => one.state !== "removed");
  const open = desk.allows("statement") && desk.mayWrite();
  const sent = desk.outbox.entries().filter((one) => one.name === "statement.propose" && one.state !== "saved");
  if (!open && !known.length && !sent.length) return nothing;
  return html`<section aria-labelledby="dires-title">
    <h2 id="dires-title">${_("Dire de l’État")}</h2>
    <ul class="slips">
      ${known.map((one) => card(desk, one))} ${sent.map((one) => waiting(desk, one))}
    </ul>
    ${open ? proposal(desk) : nothing}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function card(desk, one) {
  const own = one.table === desk.room.boot.table && one.state === "proposed";
  return html`<li class="slip">
    <p class="slip-head"><span class="slip-number">${one.id}</span> <span>${nameOf("statements", one.state)}</span></p>
    <h3><bdi>${one.subject}</bdi></h3>
    ${fields()
      .slice(1)
      .filter(([name]) => one[name])
      .map(([name, label]) => html`<p class="said"><strong>${label}</strong> <bdi>${one[name]}</bdi></p>`)}
    ${one.reserves.map(
      (/** @type {any} */ reserve) => html`<p class="notice">
        <strong>${_("Réserve : %(who)s", { who: desk.service(reserve.service) })}</strong> <bdi>${reserve.text}</bdi>
      </p>`,
    )}
    ${own && desk.mayWrite() ? correction(desk, one) : nothing} ${desk.who() ? reserving(desk, one) : nothing}
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
