/** The préfet's return: the themes that came first, five actions, the questions to arbitrate. */
import { html } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyHeight, rowHeight, WIDTH } from "./layout.js";
import { linesOf } from "./lines.js";
import { byNumber } from "./order.js";
import { flow, pack } from "./paging.js";
import { indicative, themeMark, waiting } from "./parts.js";
import { draft, liveActions } from "./plan.js";
import { shortName } from "./speakers.js";
import { liveThemes } from "./themes.js";

/** @typedef {import("./parts.js").Page} Page */

/** The préfet is shown five of each. */
const FIRST = 5;

/** Widths beside a letter or number, with and without a word at the end of the row. */
const NAME = 1140;
const TEXT = WIDTH - 170 - 36;

/**
 * @param {any} room
 * @returns {Page[]}
 */
export function returnScene(room) {
  const pages = [...themes(room), ...actions(room), ...questions(room)];
  return pages.length ? pages : waiting(_("Retour du préfet"), _("Les travaux de la journée paraîtront ici."));
}

/** What the last revealed vote gave each record, by its number. */
function scores(/** @type {any} */ room) {
  const told = byNumber(room.all("ballots")).filter(
    (/** @type {any} */ one) => one.state === "closed" && one.tally && one.method === "dots",
  );
  return new Map(
    told.flatMap((/** @type {any} */ one) =>
      one.tally.scores.map((/** @type {any} */ score) => [score.option, score.total]),
    ),
  );
}

/** What was decided, in a word, by the number of the theme, text or sheet. */
function outcomes(/** @type {any} */ room) {
  return new Map(
    room.all("followups").map((/** @type {any} */ one) => [one.option ?? one.of, nameOf("outcomes", one.outcome)]),
  );
}

/**
 * @param {any} one
 * @param {string|undefined} became
 */
function answered({ arbitration }, became) {
  return became ? `${arbitration} (${became})` : arbitration;
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function themes(room) {
  const title = _("Ce que la salle met en avant");
  const given = scores(room);
  const worth = (/** @type {any} */ one) => given.get(one.id) ?? -1;
  const first = liveThemes(room)
    .sort(
      (/** @type {any} */ one, /** @type {any} */ other) =>
        worth(other) - worth(one) || (other.size ?? 0) - (one.size ?? 0),
    )
    .slice(0, FIRST);
  const became = outcomes(room);
  const said = (/** @type {any} */ one) =>
    became.get(one.id) ??
    (worth(one) < 0
      ? n_("%(n)s contribution", "%(n)s contributions", one.size ?? 0, { n: one.size ?? 0 })
      : n_("%(n)s gommette", "%(n)s gommettes", worth(one), { n: worth(one) }));
  const head = { title, foot: given.size ? indicative(room) : "" };
  const size = (/** @type {any} */ one) => rowHeight(linesOf(one.name, NAME));
  return pack(first, size, bodyHeight(head)).map((part) => ({
    ...head,
    body: html`<ol class="stage-rows">${part.map((/** @type {any} */ one) => html`<li class="stage-row is-action is-short">${themeMark(one)}<span>${one.name}</span><span class="stage-aside">${said(one)}</span></li>`)}</ol>`,
  }));
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function actions(room) {
  const title = _("Les pistes d’action proposées");
  const first = [...liveActions(room)].sort((one, other) => (other.score ?? 0) - (one.score ?? 0)).slice(0, FIRST);
  const head = { title, foot: draft() };
  return pack(first, (one) => rowHeight(linesOf(one.title, NAME)), bodyHeight(head)).map((part) => ({
    ...head,
    body: html`<ol class="stage-rows">${part.map((one) => html`<li class="stage-row is-action is-short"><span class="stage-number">${one.id}</span><span>${one.title}</span><span class="stage-aside">${one.pilot ? shortName(room, one.pilot) : _("pilote à désigner")}</span></li>`)}</ol>`,
  }));
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function questions(room) {
  const title = _("Les questions soumises à l’arbitrage");
  const head = { title, foot: draft() };
  const became = outcomes(room);
  const asked = liveActions(room).filter((/** @type {any} */ one) => one.arbitration);
  const items = asked.map((/** @type {any} */ one) => ({ id: one.id, text: answered(one, became.get(one.id)) }));
  const size = (/** @type {any} */ _item, /** @type {number} */ lines) => rowHeight(lines);
  return flow(items, { width: TEXT, height: bodyHeight(head), size }).map((part) => ({
    ...head,
    body: html`<ul class="stage-rows">${part.map((/** @type {any} */ row) => html`<li class="stage-row is-action"><span class="stage-number">${row.id}</span><span>${row.text}</span></li>`)}</ul>`,
  }));
}
