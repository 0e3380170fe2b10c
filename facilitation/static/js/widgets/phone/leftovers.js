/** Drafts that were never sent when writing closed or the step went on: nothing typed is lost. */

import { html, nothing } from "../../core/dom.js";
import { draft, draftKeys } from "../../core/drafts.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { kindsOpen, send } from "./post-send.js";

/** @param {import("./desk.js").Desk} desk */
export function leftovers(desk) {
  const found = draftKeys(desk.draftKey("post.")).map((key) => read(desk, key));
  const left = found.filter((one) => one.fields.text?.trim() && !beingWritten(desk, one));
  if (!left.length) return nothing;
  return html`<section aria-labelledby="left-title">
    <h2 id="left-title">${_("Pas encore envoyé")}</h2>
    <ul class="slips">
      ${left.map((one) => slip(desk, one))}
    </ul>
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} key
 */
function read(desk, key) {
  const [step, kind] = key.slice(desk.draftKey("post.").length).split(".");
  return { key, step, kind, fields: draft(key).read() ?? {} };
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {{step: string, kind: string}} one
 */
function beingWritten(desk, one) {
  return one.step === desk.step()?.id && desk.mayWrite() && kindsOpen(desk).includes(one.kind);
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {ReturnType<typeof read>} one
 */
function slip(desk, one) {
  const step = desk.room.get("steps", one.step);
  const clear = () => {
    draft(one.key).clear();
    desk.draw();
  };
  const post = () => {
    const round = step?.round ?? 0;
    const onCase = round ? (desk.table()?.cases[round - 1] ?? null) : null;
    send(desk, { kind: one.kind, fields: one.fields, step: step?.id ?? null, onCase });
    clear();
  };
  return html`<li class="slip slip-${one.kind}">
    <p class="slip-head"><span class="slip-kind">${nameOf("kinds", one.kind)}</span> <span>${step?.title ?? ""}</span></p>
    <p class="slip-text"><bdi>${one.fields.text}</bdi></p>
    <div class="slip-actions">
      <button type="button" class="button button-small" @click=${post}>${_("Envoyer tel quel")}</button>
      <button type="button" class="button button-quiet button-small" @click=${clear}>${_("Effacer")}</button>
    </div>
  </li>`;
}
