/**
 * The result of a closed vote: bars, numbers, who could vote, and the line that always stands
 * beside a result.
 */
import { html, nothing } from "../../core/dom.js";
import { _, formatNumber, n_ } from "../../core/i18n.js";
import { results } from "./vote-budget.js";

/** The fixed line, as the title page words it. */
export function indicative(room) {
  return room.all("workshop")[0]?.title_page?.indicative || _("Priorisation indicative des participants ; ne vaut pas décision");
}

/** Bars and numbers. */
export function resultsTemplate(desk, ballot) {
  const { tally } = ballot;
  if (!tally) return html`<p class="quiet">${_("Pas de décompte.")}</p>`;
  const dots = ballot.method === "dots";
  return html`<p class="panel-note">${n_("{n} bulletin", "{n} bulletins", tally.papers, { n: tally.papers })}
      ${_("sur {n} inscrits", { n: tally.registered })}, ${n_("{n} blanc", "{n} blancs", tally.blank, { n: tally.blank })},
      ${n_("{n} saisi sur papier", "{n} saisis sur papier", tally.entered, { n: tally.entered })}</p>
    <table class="results"><thead class="hidden"><tr><th>${_("Rang")}</th><th>${_("Option")}</th><th>${_("Résultat")}</th></tr></thead>
      <tbody>${results(ballot).map((score) => html`<tr>
        <td class="result-rank">${dots ? score.rank : ""}</td>
        <td class="result-name">${score.option?.detail ? html`<span class="theme-letter">${score.option.detail}</span> ` : nothing}${score.option?.label ?? score.option}</td>
        <td class="result-bar"><progress max="1" .value=${dots ? score.share : (score.mean ?? 0) / 4} aria-hidden="true"></progress></td>
        <td class="result-total">${dots ? n_("{n} gommette", "{n} gommettes", score.total, { n: score.total }) : score.mean === null ? _("sans réponse") : _("{mean} sur 4", { mean: formatNumber(score.mean) })}</td>
        <td class="result-papers quiet">${n_("{n} personne", "{n} personnes", score.papers, { n: score.papers })}</td></tr>`)}</tbody></table>
    ${tally.remarks?.length ? html`<details><summary>${n_("{n} remarque", "{n} remarques", tally.remarks.length, { n: tally.remarks.length })}</summary>
      <ul>${tally.remarks.map((remark) => html`<li>${remark}</li>`)}</ul></details>` : nothing}
    <p class="indicative">${indicative(desk.room)}</p>`;
}
