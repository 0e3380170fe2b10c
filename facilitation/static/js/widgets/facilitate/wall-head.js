/**
 * The head of the wall: the search, the filters, and what a change of filters lets in.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { inOrder } from "./agenda-time.js";
import { admit } from "./arrivals.js";
import { choice } from "./bits.js";
import { active, matches, NO_FILTER } from "./wall-filters.js";
import { cases, pairs, recordPairs, tableName, tables, themes } from "./words.js";

const WIDE = 760;

/** Change filters: the list is drawn afresh, everything comes in. */
export function filterBy(desk, changes) {
  const filters = { ...desk.view.filters, ...changes };
  admit(
    desk.view.arrivals,
    desk.room
      .all("contributions")
      .filter((one) => matches(one, filters))
      .map((one) => one.id),
  );
  desk.look({ filters });
}

const STATES = () => [
  ["posted", _("En cours")],
  ["shown", _("Choisies pour l’écran")],
  ["unshown", _("Pas encore à l’écran")],
  ["parked", _("À traiter ultérieurement")],
  ["set_aside", _("Écartées")],
  ["withdrawn", _("Retirées par leur auteur")],
  ["all", _("Toutes")],
  ["points", _("Liste des points à traiter")],
];

function select(desk, name, label, list, empty) {
  const { filters } = desk.view;
  const kind = filters[name] === NO_FILTER[name] ? "" : "is-on";
  return html`<label class="filter"><span>${label}</span>${choice({ value: filters[name], list, empty, kind, pick: (value) => filterBy(desk, { [name]: value }) })}</label>`;
}

/** The search and the state, always on show. */
export function mainFilters(desk) {
  return html`<div class="filters-main" role="search"><input type="search" class="search" aria-label=${_("Chercher un texte ou un numéro")} placeholder=${_("Texte ou numéro")}
      .value=${desk.view.filters.text} @input=${(event) => filterBy(desk, { text: event.target.value })}>
    ${choice({ value: desk.view.filters.state, list: STATES(), label: _("État"), kind: "search", pick: (state) => filterBy(desk, { state }) })}</div>`;
}

/** The other filters, folded on a small screen. */
export function otherFilters(desk) {
  const {
    room,
    view: { filters },
  } = desk;
  const on = active(filters);
  return html`<details class="filters-more" ?open=${innerWidth > WIDE}><summary>${on ? n_("%(n)s filtre", "%(n)s filtres", on, { n: on }) : _("Filtres")}</summary>
    <div class="filters">
      ${select(desk, "kind", _("Nature"), pairs("kind"), _("toutes"))}
      ${select(desk, "table", _("Table"), recordPairs(tables(room), tableName), _("toutes"))}
      ${select(
        desk,
        "case",
        _("Situation"),
        recordPairs(cases(room), (one) => `${one.number}. ${one.title}`),
        _("toutes"),
      )}
      ${select(
        desk,
        "step",
        _("Séquence"),
        recordPairs(inOrder(room.all("steps")), (one) => one.title),
        _("toutes"),
      )}
      ${select(desk, "theme", _("Thème"), [["none", _("sans thème")], ["any", _("avec un thème")], ...recordPairs(themes(room), (one) => `${one.letter}. ${one.name}`)], _("tous"))}
      ${select(desk, "tag", _("Étiquette"), pairs("tag"), _("toutes"))}
      <label class="check"><input type="checkbox" .checked=${filters.late} @change=${(event) => filterBy(desk, { late: event.target.checked })}> ${_("Tardives")}</label>
      ${
        on
          ? html`<button class="button button-small button-quiet" @click=${() => filterBy(desk, { ...NO_FILTER })}>
        ${n_("Lever %(n)s filtre", "Lever %(n)s filtres", on, { n: on })}</button>`
          : nothing
      }
    </div></details>`;
}
