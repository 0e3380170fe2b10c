/** A few words to the room, and the safe scene: nothing but the title of the day. */
import { html } from "../../core/dom.js";
import { cut, linesOf } from "./layout.js";

/** @typedef {import("./parts.js").Page} Page */

/** Characters on a line, and lines on a page, of the two sizes that a message is set in. */
const BIG = { chars: 26, lines: 5, name: "is-big" };
const PLAIN = { chars: 46, lines: 9, name: "" };

/**
 * @param {any} _room
 * @param {any} screen
 * @returns {Page[]}
 */
export function messageScene(_room, screen) {
  const text = screen.text ?? "";
  const size = linesOf(text, BIG.chars) <= BIG.lines ? BIG : PLAIN;
  const parts = cut(text, size.chars, size.lines);
  return (parts.length ? parts : [""]).map((part) => ({
    bare: true,
    body: html`<p class="stage-message ${size.name}">${part}</p>`,
  }));
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
export function blankScene(room) {
  const workshop = room.all("workshop")[0];
  const page = workshop?.title_page ?? {};
  const body = html`<div class="stage-blank">
    <p class="stage-organiser">${page.organiser ?? ""}</p>
    <p class="stage-name">${workshop?.title ?? ""}</p>
    <p class="stage-subtitle">${workshop?.subtitle ?? ""}</p>
  </div>`;
  return [{ bare: true, body }];
}
