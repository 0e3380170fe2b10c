/** What must be read before anything else: a lost place, a phone that keeps nothing, a message. */
import { html, nothing } from "../../core/dom.js";
import { draft } from "../../core/drafts.js";
import { _ } from "../../core/i18n.js";
import { away } from "./away.js";

/** A word of the facilitator is for the moment: who joins later is spared the old ones, in milliseconds. */
const FRESH = 30 * 60_000;

/** How long before a step a word may have been said and still be meant for it, in milliseconds. */
const BEFORE_STEP = 5 * 60_000;

/** @param {import("./desk.js").Desk} desk */
export function alerts(desk) {
  return html`${lostPlace(desk)} ${away(desk)} ${forgetful(desk)} ${notBack(desk)} ${messages(desk)}`;
}

/** @param {import("./desk.js").Desk} desk */
function lostPlace(desk) {
  if (!desk.room.refused && !desk.outbox.barred) return nothing;
  return html`<section class="notice notice-alarm" role="alert">
    <p>${_("Votre place n’est plus reconnue. Rejoignez de nouveau le séminaire : ce qui attend sur ce téléphone partira ensuite.")}</p>
    <p><a class="button button-main" href="/w/${desk.room.boot.code}">${_("Rejoindre de nouveau")}</a></p>
  </section>`;
}

/** @param {import("./desk.js").Desk} desk */
function forgetful(desk) {
  const words = {
    disk: "",
    plain: _(
      "Ce navigateur ne garantit pas la conservation de vos textes : attendez « Enregistré » avant de quitter la page.",
    ),
    memory: _(
      "Ce navigateur refuse de garder vos textes (navigation privée ou mémoire pleine). Ne fermez pas la page avant d’avoir lu « Enregistré ».",
    ),
  };
  const said = words[desk.outbox.kind];
  return said ? html`<section class="notice notice-alarm"><p>${said}</p></section>` : nothing;
}

/**
 * Words in a sheet or a dire that a restored server refused to take again: they can be read and copied.
 * @param {import("./desk.js").Desk} desk
 */
function notBack(desk) {
  const refused = desk.outbox.entries().filter((one) => one.state === "refused" && one.meta.asked);
  return refused.map(
    (one) => html`<details class="notice notice-alarm">
      <summary>${_("Une modification n’a pas pu être rétablie : %(why)s", { why: one.message ?? "" })}</summary>
      <p><bdi>${one.payload.value ?? one.payload.says ?? ""}</bdi></p>
      <button type="button" class="button button-small" @click=${() => desk.outbox.forget(one.key)}>${_("Effacer")}</button>
    </details>`,
  );
}

/** @param {import("./desk.js").Desk} desk */
function messages(desk) {
  const kept = draft(`${desk.room.boot.code}.read`);
  const read = new Set(kept.read() ?? []);
  const since = Math.max(desk.room.now() - FRESH, (desk.step()?.started_at ?? 0) - BEFORE_STEP);
  const forget = (/** @type {string} */ id) => () => {
    kept.write([...read, id]);
    desk.draw();
  };
  return desk.room
    .all("messages")
    .filter((one) => !read.has(one.id) && one.at > since)
    .map(
      (one) => html`<section class="notice" role="status">
        <p><strong>${_("L’animateur :")}</strong> <bdi>${one.text}</bdi></p>
        <button type="button" class="button button-small" @click=${forget(one.id)}>${_("J’ai lu")}</button>
      </section>`,
    );
}
