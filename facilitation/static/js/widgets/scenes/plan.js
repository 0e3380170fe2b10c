/** The draft action plan: all actions in a line each; or one fiche-action, read through page by page. */
import { html, nothing } from "../../core/dom.js";
import { _, day } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyLines, cut, linesOf, pack } from "./layout.js";
import { shortName, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

const CHARS = 46;

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function planScene(room, screen) {
  const one = room.get("actions", screen.action);
  return one && one.state === "live" ? single(room, one) : every(room);
}

/** @param {any} room */
export function liveActions(room) {
  return room.all("actions").filter((/** @type {any} */ one) => one.state === "live");
}

/**
 * @param {any} room
 * @returns {Page[]}
 */
function every(room) {
  const title = _("Le projet de plan d’action");
  const actions = liveActions(room);
  if (!actions.length) return waiting(title, _("Les pistes d’action paraîtront ici, fiche par fiche."));
  const pages = pack(actions, (/** @type {any} */ one) => linesOf(one.title, 54) + 1.4, bodyLines(title, false), 5);
  return pages.map((part) => ({
    title,
    body: html`<ol class="stage-rows">${part.map((/** @type {any} */ one) => row(room, one))}</ol>`,
    foot: _("Projet : le préfet décide."),
  }));
}

/**
 * @param {any} room
 * @param {any} one
 */
function row(room, one) {
  const facts = [
    one.pilot ? _("pilote : %(name)s", { name: shortName(room, one.pilot) }) : _("pilote à désigner"),
    due(one),
  ];
  return html`<li class="stage-row is-action"><span class="stage-number">${one.id}</span>
    <span><strong>${one.title}</strong><br><span class="stage-soft">${facts.filter(Boolean).join(", ")}</span></span></li>`;
}

/** @param {any} one */
function due(one) {
  return one.due ? _("échéance : %(day)s", { day: day(one.due) }) : "";
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function single(room, one) {
  const lines = bodyLines(one.title);
  const rows = facts(room, one).flatMap(([name, text]) =>
    cut(text, CHARS, lines - 1).map((part, place) => ({ name: place ? "" : name, said: part })),
  );
  const head = {
    kicker: _("Fiche-action %(id)s, %(status)s", { id: one.id, status: nameOf("statuses", one.status) }),
    title: one.title,
    foot: _("Projet : le préfet décide."),
  };
  if (!rows.length) return [{ ...head, body: html`<p class="stage-waiting">${_("La fiche est à compléter.")}</p>` }];
  const size = (/** @type {any} */ fact) => Math.max(linesOf(fact.name || " ", 22), linesOf(fact.said, CHARS)) + 0.4;
  return pack(rows, size, lines).map((part) => ({
    ...head,
    body: html`<ul class="stage-rows">${part.map((fact) => html`<li class="stage-row is-pair"><strong>${fact.name || nothing}</strong><span>${fact.said}</span></li>`)}</ul>`,
  }));
}

/**
 * The fields that the room reads through, in the order of the sheet; empty ones are left out.
 * @param {any} room
 * @param {any} one
 * @returns {[string, string][]}
 */
function facts(room, one) {
  const associates = (one.associates ?? []).map((/** @type {any} */ mate) => shortName(room, mate.service)).join(", ");
  const milestones = (one.milestones ?? [])
    .map((/** @type {any} */ step) => [step.content, step.due ? day(step.due) : ""].filter(Boolean).join(", "))
    .join(" ; ");
  /** @type {[string, string][]} */
  const all = [
    [_("Constat"), one.why],
    [_("Objectif"), one.goal],
    [_("Résultat attendu"), one.expected_result],
    [_("Pilote"), shortName(room, one.pilot)],
    [_("Référent"), one.referent],
    [_("Services associés"), associates],
    [_("Partenaires"), one.partners],
    [_("Niveau"), nameOf("levels", one.level)],
    [_("Premier pas"), one.first_step],
    [_("Étapes"), milestones],
    [_("Conditions"), one.conditions],
    [_("Outil commun"), one.tool],
    [_("Moyens"), one.means],
    [_("Début"), one.start ? day(one.start) : ""],
    [_("Échéance"), one.due ? day(one.due) : ""],
    [_("Indicateur"), one.indicator],
    [_("Arbitrage demandé"), one.arbitration],
  ];
  return all.filter(([, text]) => text);
}
