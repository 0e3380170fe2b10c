/** The themes that the room's contributions were grouped in; or one of them with its cards. */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { bodyLines, pack } from "./layout.js";
import { themeMark, waiting } from "./parts.js";
import { cardPages } from "./wall.js";

/** @typedef {import("./parts.js").Page} Page */

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
  const most = Math.max(1, ...themes.map((one) => one.size ?? 0));
  const pages = pack(
    themes,
    (one) => Math.ceil(one.name.length / 50) + (one.subtitle ? 1 : 0) + 0.6,
    bodyLines(title, false),
  );
  return pages.map((part) => ({ title, body: html`<ol class="stage-rows">${part.map((one) => row(one, most))}</ol>` }));
}

/** Live themes, in the order of the board. */
export function liveThemes(/** @type {any} */ room) {
  const live = room.all("themes").filter((/** @type {any} */ one) => one.state === "live");
  return live.sort((/** @type {any} */ one, /** @type {any} */ other) => one.position - other.position);
}

/**
 * @param {any} one
 * @param {number} most
 */
function row(one, most) {
  const size = one.size ?? 0;
  return html`<li class="stage-row theme-${one.color % 8}">
    ${themeMark(one)}
    <span>${one.name}${one.subtitle ? html`<br><span class="stage-soft">${one.subtitle}</span>` : nothing}</span>
    <span class="stage-measure"><span class="stage-bar" style="inline-size: ${(100 * size) / most}%"></span></span>
    <strong class="stage-count">${size}</strong>
  </li>`;
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function single(room, one) {
  const slips = room
    .all("contributions")
    .filter((/** @type {any} */ slip) => slip.theme === one.id && slip.state === "posted" && slip.shown);
  const foot = n_("%(n)s contribution dans ce thème", "%(n)s contributions dans ce thème", one.size ?? 0, {
    n: one.size ?? 0,
  });
  const head = { kicker: _("Thème %(letter)s", { letter: one.letter }), title: one.name, foot };
  const pages = cardPages(room, slips, bodyLines(one.name));
  if (pages.length) return pages.map((body) => ({ ...head, body }));
  return [
    {
      ...head,
      body: html`<p class="stage-waiting">${one.subtitle || _("Les contributions choisies paraîtront ici.")}</p>`,
    },
  ];
}
