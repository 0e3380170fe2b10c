/**
 * One contribution on the board: a small slip that is chosen by a click and moved by hand or key.
 */
import { html, nothing, ref } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { toggleChosen } from "./board-gestures.js";
import { origin } from "./slip-card.js";
import { word } from "./words.js";

const FRESH_MS = 4000;

/**
 * The slip, with what was just done to it by another hand, and its place among those of its list.
 * @param {any} desk
 * @param {{one: any, place: number}} drawn
 * @param {import("../../core/long-list.js").LongList} list
 */
export function cardTemplate(desk, { one, place }, list) {
  const { room, view } = desk;
  const chosen = view.chosen.has(one.id);
  const fresh = Date.now() - (room.changed("contributions", one.id) ?? 0) < FRESH_MS;
  const theirs = desk.journal.recent(`contributions/${one.id}`);
  return html`<li class="board-card card-${one.kind} ${chosen ? "is-chosen" : ""} ${fresh ? "is-fresh" : ""} ${theirs ? "is-theirs" : ""}" data-card=${one.id} tabindex="0"
      aria-posinset=${place} aria-setsize=${list.ids.length} ${ref(list.card)}
      aria-label="${one.id}, ${word("kind", one.kind)}${chosen ? `, ${_("sélectionnée")}` : ""}" @click=${(event) => toggleChosen(desk, one.id, event)}>
    <p class="card-head"><span class="card-kind">${word("kind", one.kind)}</span> <span class="card-number">${one.id}</span>
      <span class="card-from">${origin(room, one)}</span></p>
    <p class="card-text">${one.text}</p>
    ${theirs ? html`<p class="card-theirs">${_("déplacée par un autre animateur")}</p>` : nothing}
  </li>`;
}
