/** My table's feed: what the table wrote, once its private writing is over; one may stand behind a text. */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { ownEntries } from "./mine.js";
import { outcome, slip } from "./slip.js";

/** @param {import("./desk.js").Desk} desk */
export function feed(desk) {
  const mine = new Set(ownEntries(desk).map((entry) => entry.result?.id));
  const step = desk.step()?.id;
  const texts = desk.room
    .all("contributions")
    .filter((one) => !mine.has(one.id) && one.state === "posted" && one.step === step && one.text)
    .reverse();
  if (!texts.length) return nothing;
  return html`
    <section aria-labelledby="feed-title">
      <h2 id="feed-title">${_("À ma table et au tableau")}</h2>
      <ul class="slips">
        ${repeat(
          texts,
          (one) => one.id,
          (one) => slip(desk, one, { foot: foot(desk, one), actions: support(desk, one) }),
        )}
      </ul>
    </section>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function foot(desk, one) {
  const count = one.support ? n_("%(n)s soutien", "%(n)s soutiens", one.support) : "";
  const parts = [one.signature, count, outcome(desk, one)].filter(Boolean);
  return html`<span>${parts.join(" · ")}</span>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function support(desk, one) {
  if (!desk.who()) return nothing;
  const key = `tablee.support.${desk.room.boot.code}.${desk.who()}.${one.id}`;
  const on = localStorage.getItem(key) !== null;
  const change = async () => {
    const answer = await desk.send("contribution.support", { contribution: one.id, on: !on });
    if (!answer.ok) return;
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "1");
    desk.draw();
  };
  return html`<button class="button button-quiet button-small" aria-pressed=${on} @click=${change}>
    ${on ? _("Je ne soutiens plus") : _("Je soutiens")}
  </button>`;
}
