/** The dires de l’État: one to a page, what it says, what it does not say, who carries it. */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { bodyLines, cut, linesOf, pack } from "./layout.js";
import { shortName, waiting } from "./parts.js";

/** @typedef {import("./parts.js").Page} Page */

const CHARS = 66;

/**
 * @param {any} room
 * @param {any} screen
 * @returns {Page[]}
 */
export function statementsScene(room, screen) {
  const all = room.all("statements").filter((/** @type {any} */ one) => one.state !== "removed");
  const chosen = screen.statement ? all.filter((/** @type {any} */ one) => one.id === screen.statement) : all;
  if (!chosen.length) return waiting(_("Le dire de l’État"), _("Les formulations proposées paraîtront ici."));
  return chosen.flatMap((/** @type {any} */ one) => pagesOf(room, one));
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {Page[]}
 */
function pagesOf(room, one) {
  const lines = bodyLines(one.subject);
  const parts = facts(room, one).flatMap(([label, text]) =>
    cut(text, CHARS, lines - 2).map((part, place) => ({ label: place ? "" : label, text: part })),
  );
  const head = {
    kicker: _("Dire de l’État %(id)s, %(state)s", { id: one.id, state: nameOf("statements", one.state) }),
    title: one.subject,
    foot: reserves(one),
  };
  return pack(parts, (part) => linesOf(part.text, CHARS) + (part.label ? 1.5 : 0.4), lines).map((page) => ({
    ...head,
    body: html`<div class="stage-text">${page.map((part) => html`${part.label ? html`<h2 class="stage-label">${part.label}</h2>` : nothing}<p>${part.text}</p>`)}</div>`,
  }));
}

/**
 * @param {any} room
 * @param {any} one
 * @returns {[string, string][]}
 */
function facts(room, one) {
  /** @type {[string, string][]} */
  const all = [
    [_("Ce que l’État dit"), one.says],
    [_("Ce qu’il ne dit pas"), one.does_not_say],
    [_("À qui"), one.audience],
    [_("Porté par"), shortName(room, one.carried_by)],
    [_("Compétence"), one.competence],
    ...(one.reserves ?? []).map(
      (/** @type {any} */ reserve) =>
        /** @type {[string, string]} */ ([
          _("Réserve : %(service)s", { service: shortName(room, reserve.service) }),
          reserve.text,
        ]),
    ),
  ];
  return all.filter(([, text]) => text);
}

/** @param {any} one */
function reserves(one) {
  const count = one.reserves?.length ?? 0;
  return count ? n_("%(n)s réserve", "%(n)s réserves", count, { n: count }) : nothing;
}
