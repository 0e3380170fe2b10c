/** A few words to the room, else its step; and the safe scene: nothing but the title of the day. */
import { html, nothing } from "../../core/dom.js";
import { WIDTH } from "./layout.js";
import { cut, linesOf } from "./lines.js";
import { stepScene } from "./step.js";

/** @typedef {import("./parts.js").Page} Page */

/** The two sizes that a message is set in, and the lines that fit on a page. */
const BIG = { size: 130, bold: true, lines: 5, name: "is-big" };
const PLAIN = { size: 76, lines: 9, name: "" };

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function messageScene(room, screen) {
  const text = screen.text ?? "";
  if (!text.trim()) return stepScene(room, {});
  const face = linesOf(text, WIDTH, BIG) <= BIG.lines ? BIG : PLAIN;
  const pages = [];
  for (let rest = text; rest || !pages.length; ) {
    const [part, left] = cut(rest, WIDTH, face.lines, face);
    pages.push({ bare: true, body: html`<p class="stage-message ${face.name}">${part}</p>` });
    rest = left;
  }
  return pages;
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
export function blankScene(room) {
  const workshop = room.all("workshop")[0];
  const organiser = workshop?.title_page?.organiser;
  const body = html`<div class="stage-blank">
    ${organiser ? html`<p class="stage-organiser">${organiser}</p>` : nothing}
    <p class="stage-name">${workshop?.title ?? ""}</p>
    ${workshop?.subtitle ? html`<p class="stage-subtitle">${workshop.subtitle}</p>` : nothing}
  </div>`;
  return [{ bare: true, body }];
}
