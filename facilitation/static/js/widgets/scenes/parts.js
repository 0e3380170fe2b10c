/** What several scenes draw alike: the frame, waiting words, kinds, signatures, letters of themes. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { cut } from "./layout.js";

/**
 * One page of a scene. `foot` stands at the bottom left; `bare` pages have no head of their own.
 * @typedef {{title?: string, kicker?: unknown, body: unknown, foot?: unknown, bare?: boolean}} Page
 */

/** Characters on a line over the whole width of the stage. */
export const WIDE = 72;

/**
 * @param {Page} page
 * @param {number} place from 0
 * @param {number} count
 */
export function frame(page, place, count) {
  const paged = count > 1 ? _("%(n)s / %(all)s", { n: place + 1, all: count }) : "";
  return html`<div class="stage ${page.bare ? "stage-bare" : ""}">
    ${
      page.bare
        ? nothing
        : html`<header class="stage-head">
            ${page.kicker ? html`<p class="stage-kicker">${page.kicker}</p>` : nothing}
            <h1 class="stage-title">${page.title}</h1>
          </header>`
    }
    <div class="stage-body">${page.body}</div>
    ${
      page.foot || paged
        ? html`<footer class="stage-foot"><span>${page.foot ?? nothing}</span><span class="stage-page">${paged}</span></footer>`
        : nothing
    }
  </div>`;
}

/**
 * A scene that has nothing to show yet says what will come.
 * @param {string} title
 * @param {string} words
 * @returns {Page[]}
 */
export function waiting(title, words) {
  return [{ title, body: html`<p class="stage-waiting">${words}</p>` }];
}

/** @param {string} kind */
export function kindMark(kind) {
  return html`<span class="slip-kind">${nameOf("kinds", kind)}</span>`;
}

/**
 * Who a contribution is from: its signature, its service or its table; never more than was given.
 * @param {any} room
 * @param {any} one
 */
export function from(room, one) {
  if (one.signature) return one.signature;
  if (one.service) return shortName(room, one.service);
  return one.table ? (room.get("tables", one.table)?.name ?? one.table) : "";
}

/**
 * @param {any} room
 * @param {string|null|undefined} service
 */
export function shortName(room, service) {
  const known = room.get("services", service);
  return known?.short || known?.name || service || "";
}

/** @param {any} theme */
export function themeMark(theme) {
  return html`<span class="theme-mark theme-${theme.color % 8}">${theme.letter}</span>`;
}

/** The line that says what a prioritisation is worth. */
export function indicative(/** @type {any} */ room) {
  const said = room.all("workshop")[0]?.title_page?.indicative;
  return said || _("Priorisation indicative des participants ; ne vaut pas décision");
}

/**
 * Paragraphs as pieces that fit a page of so many lines.
 * @param {string} text
 * @param {number} chars
 * @param {number} lines
 * @returns {string[]}
 */
export function pieces(text, chars, lines) {
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.replaceAll("\n", " ").trim());
  return paragraphs.filter(Boolean).flatMap((part) => cut(part, chars, lines));
}
