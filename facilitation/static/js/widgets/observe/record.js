/** What the room has been shown since the morning, to be read at one's own pace; nothing that was not. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { byNumber } from "../scenes/order.js";
import { sheetFacts } from "../scenes/sheet.js";
import { statementFacts } from "../scenes/statements.js";
import { liveThemes } from "../scenes/themes.js";
import { contributions, facts, ranking, themeLine } from "./entries.js";
import { positions, referents } from "./settled.js";

/**
 * @param {any} room
 * @param {boolean} closed
 */
export function record(room, closed) {
  const chapters = [
    ...shown(room),
    ...(closed
      ? [
          { title: _("Rôles et niveaux"), entries: positions(room) },
          { title: _("Référents"), entries: referents(room) },
        ]
      : []),
  ].filter(({ entries }) => entries.length);
  return html`<section aria-labelledby="record-title">
    <h2 id="record-title">${_("Ce qui a été montré à la salle")}</h2>
    ${chapters.length ? nothing : html`<p class="soft">${_("Rien pour le moment : ce qui sera montré restera lisible ici.")}</p>`}
    ${chapters.map(chapter)}
  </section>`;
}

/** @param {{title: string, entries: unknown[]}} one */
function chapter({ title, entries }) {
  return html`<details class="chapter"><summary>${title} <span class="soft">(${entries.length})</span></summary><div class="stack">${entries}</div></details>`;
}

/**
 * @param {any} room
 * @returns {{title: string, entries: unknown[]}[]}
 */
function shown(room) {
  const live = (/** @type {any} */ one) => one.state === "live";
  const told = (/** @type {any} */ one) => one.state === "closed" && one.tally && one.method === "dots";
  const cases = room
    .all("cases")
    .filter((/** @type {any} */ one) => one.opened)
    .sort((/** @type {any} */ one, /** @type {any} */ other) => one.number - other.number);
  const themes = liveThemes(room);
  return [
    {
      title: _("Situations"),
      entries: cases.map((/** @type {any} */ one) => entry(`${one.number}. ${one.title}`, one.context)),
    },
    { title: _("Contributions"), entries: contributions(room) },
    { title: _("Thèmes"), entries: themes.map(themeLine) },
    {
      title: _("Priorisation"),
      entries: byNumber(room.all("ballots"))
        .filter(told)
        .map((/** @type {any} */ one) => ranking(room, one)),
    },
    {
      title: _("Dire de l’État"),
      entries: byNumber(room.all("statements")).map((/** @type {any} */ one) => statement(room, one)),
    },
    {
      title: _("Projet de plan d’action"),
      entries: byNumber(room.all("actions"))
        .filter(live)
        .map((/** @type {any} */ one) => action(room, one)),
    },
  ];
}

/**
 * @param {string} title
 * @param {unknown} body
 */
function entry(title, body) {
  return html`<article class="entry"><h3>${title}</h3><div class="entry-text">${body}</div></article>`;
}

/**
 * @param {any} room
 * @param {any} one
 */
function statement(room, one) {
  return entry(`${one.id}, ${one.subject} (${nameOf("statements", one.state)})`, facts(statementFacts(room, one)));
}

/**
 * @param {any} room
 * @param {any} one
 */
function action(room, one) {
  return entry(`${one.id}, ${one.title}`, facts(sheetFacts(room, one)));
}
