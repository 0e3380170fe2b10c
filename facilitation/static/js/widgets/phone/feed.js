/** My table's feed: what the table wrote, once its private writing is over; one may stand behind a text. */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { outcome } from "./outcome.js";
import { isLeaving } from "./own-texts.js";
import { owned } from "./owned.js";
import { slip } from "./slip.js";
import { folding } from "./standing.js";

/** @param {import("./desk.js").Desk} desk */
export function feed(desk) {
  const mine = owned(desk);
  const own = new Set(mine.map((one) => one.id));
  const texts = desk.room
    .all("contributions")
    .filter((one) => !own.has(one.id) && one.state === "posted" && one.text && !isLeaving(mine, one))
    .reverse();
  const step = desk.step()?.id;
  // What the room reads on the wall is for now, whenever it was written: lines of an earlier meeting too.
  const wall = desk.room.all("screen")[0]?.scene === "wall";
  const current = (/** @type {any} */ one) => one.step === step || (wall && one.shown);
  const now = texts.filter(current);
  const before = texts.filter((one) => !current(one));
  return html`${now.length ? atHand(desk, now) : nothing} ${before.length ? earlier(desk, before) : nothing}`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any[]} texts
 */
function atHand(desk, texts) {
  return html`<section aria-labelledby="feed-title">
    <h2 id="feed-title">${_("À ma table et à l’écran")}</h2>
    ${list(desk, texts)}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any[]} texts
 */
function earlier(desk, texts) {
  const fold = folding(desk, "earlier");
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary>${n_("Écrit auparavant (%(n)s contribution)", "Écrit auparavant (%(n)s contributions)", texts.length)}</summary>
    ${fold.open ? list(desk, texts) : nothing}
  </details>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any[]} texts
 */
function list(desk, texts) {
  return html`<ul class="slips">
    ${repeat(
      texts,
      (one) => one.id,
      (one) => slip(desk, one, { foot: foot(desk, one), actions: support(desk, one) }),
    )}
  </ul>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function foot(desk, one) {
  const count = one.support ? n_("%(n)s soutien", "%(n)s soutiens", one.support) : "";
  const parts = [one.signature, one.origin, count, outcome(desk, one)].filter(Boolean);
  return html`<span>${parts.join(" · ")}</span>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function support(desk, one) {
  if (!desk.who() || desk.isOver()) return nothing;
  const kept = desk.draft(`support.${one.id}`);
  const on = kept.read() !== null;
  const change = async () => {
    if (on) kept.clear();
    else kept.write(1);
    desk.draw();
    const answer = await desk.send("contribution.support", { contribution: one.id, on: !on });
    if (answer.ok) return;
    if (on) kept.write(1);
    else kept.clear();
    desk.draw();
  };
  return html`<button type="button" class="button button-quiet button-small" aria-pressed=${on} @click=${change}>
    ${on ? _("✓ Je soutiens") : _("Je soutiens")}
  </button>`;
}
