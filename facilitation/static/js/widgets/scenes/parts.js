/** What several scenes draw alike: the frame, waiting words, bars, kinds, signatures. */
import { html, nothing, ref } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { isLong } from "./layout.js";

/**
 * One page of a scene. A `body` that is a function is drawn with its page only; `foot` stands at the
 * bottom left; `bare` pages have no head of their own.
 * @typedef {{title?: string, kicker?: string, body: unknown, foot?: string, bare?: boolean}} Page
 */

/**
 * @param {Page} page
 * @param {number} place from 0
 * @param {number} count
 */
export function frame(page, place, count) {
  const paged = count > 1 ? _("%(n)s / %(all)s", { n: place + 1, all: count }) : "";
  return html`<div class="stage ${page.bare ? "stage-bare" : ""}">
    ${page.bare ? nothing : head(page)}
    <div class="stage-body">${typeof page.body === "function" ? page.body() : page.body}</div>
    ${
      page.foot || paged
        ? html`<footer class="stage-foot"><span>${page.foot ?? nothing}</span><span class="stage-page">${paged}</span></footer>`
        : nothing
    }
  </div>`;
}

/** @param {Page} page */
function head({ kicker, title = "" }) {
  return html`<header class="stage-head">
    ${kicker ? html`<p class="stage-kicker">${kicker}</p>` : nothing}
    <h1 class="stage-title ${isLong(title) ? "is-long" : ""}">${title}</h1>
  </header>`;
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

/**
 * A bar of so many parts of its track. The content policy allows no style attribute: the share goes
 * in by script.
 * @param {number} share from 0 to 1
 */
export function bar(share) {
  const set = (/** @type {any} */ element) => element?.style.setProperty("--share", String(share));
  return html`<span class="stage-track"><span class="stage-bar" ${ref(set)}></span></span>`;
}

/** @param {string} kind */
export function kindMark(kind) {
  return html`<span class="slip-kind">${nameOf("kinds", kind)}</span>`;
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

/** The line that says for whom a positioning speaks. */
export function spokenFor() {
  return _("Positionnements exprimés par des cadres des services");
}
