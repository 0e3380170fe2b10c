/** The préfet's return: the themes that came first, five actions, the questions to arbitrate. */
import { html } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { bodyLines, cut, linesOf, pack } from "./layout.js";
import { indicative, shortName, themeMark, waiting } from "./parts.js";
import { liveActions } from "./plan.js";
import { liveThemes } from "./themes.js";

/** @typedef {import("./parts.js").Page} Page */

const MOST = 5;

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
  const told = room
    .all("ballots")
    .filter((/** @type {any} */ one) => one.state === "closed" && one.tally && one.method === "dots");
  return new Map(
    told.flatMap((/** @type {any} */ one) =>
      one.tally.scores.map((/** @type {any} */ score) => [score.option, score.total]),
    ),
  );
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
    .slice(0, MOST);
  const said = (/** @type {any} */ one) =>
    worth(one) < 0
      ? n_("%(n)s contribution", "%(n)s contributions", one.size ?? 0, { n: one.size ?? 0 })
      : n_("%(n)s gommette", "%(n)s gommettes", worth(one), { n: worth(one) });
  return pack(first, (/** @type {any} */ one) => linesOf(one.name, 46) + 0.5, bodyLines(title, false)).map((part) => ({
    title,
    body: html`<ol class="stage-rows">${part.map((/** @type {any} */ one) => html`<li class="stage-row is-theme">${themeMark(one)}<span>${one.name}</span><span class="stage-aside">${said(one)}</span></li>`)}</ol>`,
    foot: given.size ? indicative(room) : "",
  }));
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function actions(room) {
  const title = _("Les pistes d’action proposées");
  const first = [...liveActions(room)].sort((one, other) => (other.score ?? 0) - (one.score ?? 0)).slice(0, MOST);
  return pack(first, (one) => linesOf(one.title, 46) + 0.5, bodyLines(title, false)).map((part) => ({
    title,
    body: html`<ol class="stage-rows">${part.map((one) => html`<li class="stage-row is-action is-short"><span class="stage-number">${one.id}</span><span>${one.title}</span><span class="stage-aside">${one.pilot ? shortName(room, one.pilot) : _("pilote à désigner")}</span></li>`)}</ol>`,
    foot: _("Projet : le préfet décide."),
  }));
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function questions(room) {
  const title = _("Les questions soumises à l’arbitrage");
  const lines = bodyLines(title, false);
  const asked = liveActions(room).filter((/** @type {any} */ one) => one.arbitration);
  const rows = asked.flatMap((/** @type {any} */ one) =>
    cut(one.arbitration, 62, lines - 1).map((text) => ({ id: one.id, text })),
  );
  return pack(rows, (/** @type {any} */ row) => linesOf(row.text, 62) + 0.5, lines).map((part) => ({
    title,
    body: html`<ul class="stage-rows">${part.map((/** @type {any} */ row) => html`<li class="stage-row is-action"><span class="stage-number">${row.id}</span><span>${row.text}</span></li>`)}</ul>`,
  }));
}
