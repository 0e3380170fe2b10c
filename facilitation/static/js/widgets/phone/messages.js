/** What the facilitator says to this phone, until it was read. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/** @param {import("./desk.js").Desk} desk */
export function messages(desk) {
  const place = `tablee.read.${desk.room.boot.code}`;
  const read = new Set(JSON.parse(localStorage.getItem(place) ?? "[]"));
  const forget = (/** @type {string} */ id) => () => {
    localStorage.setItem(place, JSON.stringify([...read, id]));
    desk.draw();
  };
  return desk.room
    .all("messages")
    .filter((one) => !read.has(one.id))
    .map(
      (one) => html`<section class="notice" role="status">
        <p><strong>${_("L’animateur :")}</strong> <bdi>${one.text}</bdi></p>
        <button class="button button-small" @click=${forget(one.id)}>${_("Lu")}</button>
      </section>`,
    );
}
