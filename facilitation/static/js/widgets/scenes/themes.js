/** The themes that the room's contributions were grouped in; or one of them with its cards. */
import { html, nothing } from "../../core/dom.js";
import { _, n_, number } from "../../core/i18n.js";
import { cardPages } from "./cards.js";
import { bodyHeight, rowHeight } from "./layout.js";
import { linesOf } from "./lines.js";
import { byNumber, chosen } from "./order.js";
import { pack } from "./paging.js";
import { bar, themeMark, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

/** The width of a theme's name in the list. */
const NAME = 1020;

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function themesScene(room, screen) {
  const one = room.get("themes", screen.theme);
  return one ? single(room, one) : every(room);
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function every(room) {
  const title = _("Les thèmes de la journée");
  const themes = liveThemes(room);
  if (!themes.length) return waiting(title, _("Les thèmes se construisent avec vos contributions."));
  const most = Math.max(1, ...themes.map((/** @type {any} */ one) => one.size ?? 0));
  const size = (/** @type {any} */ one) =>
    rowHeight(linesOf(one.name, NAME, { bold: true }) + (one.subtitle ? linesOf(one.subtitle, NAME) : 0));
  const head = { title, foot: _("Nombre de contributions par thème") };
  const pages = pack(themes, size, bodyHeight(head));
  return pages.map((part) => ({
    ...head,
    body: html`<ol class="stage-rows">${part.map((one) => row(one, most))}</ol>`,
  }));
}

/** Live themes, in the order of the board. */
export function liveThemes(/** @type {any} */ room) {
  const live = room.all("themes").filter((/** @type {any} */ one) => one.state === "live");
  return byNumber(live).sort((/** @type {any} */ one, /** @type {any} */ other) => one.position - other.position);
}

/**
 * @param {any} one
 * @param {number} most
 */
function row(one, most) {
  const size = one.size ?? 0;
  return html`<li class="stage-row is-theme theme-${one.color % 8}">
    ${themeMark(one)}
    <span><strong>${one.name}</strong>${one.subtitle ? html`<br><span class="stage-soft">${one.subtitle}</span>` : nothing}</span>
    ${bar(size / most)}
    <strong class="stage-count">${number(size)}</strong>
  </li>`;
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function single(room, one) {
  const slips = chosen(room, (slip) => slip.theme === one.id);
  const size = one.size ?? 0;
  const foot = n_("%(n)s contribution dans ce thème", "%(n)s contributions dans ce thème", size, { n: size });
  const head = { kicker: _("Thème %(letter)s", { letter: one.letter }), title: one.name, foot };
  const pages = cardPages(room, slips, bodyHeight(head));
  if (pages.length) return pages.map((body) => ({ ...head, body }));
  const words = one.subtitle || _("Les contributions choisies paraîtront ici.");
  return [{ ...head, body: html`<p class="stage-waiting">${words}</p>` }];
}
