/**
 * The situations that a step works on, with the information that is still to be given out.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { openCaseForm } from "./agenda-forms.js";
import { nextEverywhere } from "./releases.js";
import { cases } from "./words.js";

/** The situations that a step works on: each table's n-th one, or all. */
export function casesOf(room, step) {
  if (step.every_case) return cases(room);
  if (!step.round) return [];
  const given = new Set(room.all("tables").map((table) => table.cases[step.round - 1]));
  return cases(room).filter((one) => given.has(one.id));
}

/** The list, or nothing when the step has no situation. */
export function casesTemplate(desk, step) {
  const list = casesOf(desk.room, step);
  if (!list.length) return nothing;
  return html`<h3 class="block-title">${_("Situations")}</h3>${everywhereTemplate(desk, list)}<ul class="case-list">${repeat(
    list,
    (one) => one.id,
    (one) => html`<li class="case-line">
    <p class="case-name"><span class="case-number">${one.number}</span> ${one.title}
      <span class="soft">${one.tables.map((id) => _("table %(n)s", { n: desk.room.get("tables", id)?.number ?? id })).join(", ")}</span></p>
    <div class="row">${releaseTemplate(desk, one)}
      <button class="button button-small button-quiet" @click=${() => openCaseForm(desk, one)}>${_("Corriger")}</button></div>
  </li>`,
  )}</ul>`;
}

/** One gesture for all the tables, undone like any other. */
function everywhereTemplate(desk, list) {
  const next = nextEverywhere(list);
  if (!next) return nothing;
  const give = () => desk.act("case.release_all", { cases: next.ids, number: next.number });
  return html`<p class="row"><button class="button button-small" @click=${give}>
    ${
      next.all
        ? _("Diffuser l’information %(n)s à toutes les tables", { n: next.number })
        : _("Diffuser l’information %(number)s dans les %(n)s situations qui l’attendent", {
            n: next.ids.length,
            number: next.number,
          })
    }</button></p>`;
}

function releaseTemplate(desk, one) {
  const coming = one.releases[one.released];
  const given = _("%(n)s sur %(total)s diffusées", { n: one.released, total: one.releases.length });
  if (!coming)
    return html`<span class="soft">${one.releases.length ? given : _("aucune information à diffuser")}</span>`;
  return html`<button class="button button-small" title=${coming.text} @click=${() => desk.act("case.release", { case: one.id })}>
    ${_("Diffuser l’information %(n)s", { n: one.released + 1 })}</button><span class="soft">${given}</span>`;
}
