/**
 * The result of a closed vote: bars, numbers, who could vote, and the line that always stands
 * beside a result.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { mean } from "../../core/mean.js";
import { turnoutInWords } from "../../core/turnout.js";
import { followupButton } from "./followups.js";
import { results } from "./vote-budget.js";

/** The fixed line, as the title page words it. */
export function indicative(room) {
  return (
    room.all("workshop")[0]?.title_page?.indicative ||
    _("Priorisation indicative des participants ; ne vaut pas décision")
  );
}

/** A score in words: gommettes, or the mean of the marks. */
function totalInWords(score, ballot) {
  if (ballot.method === "dots") return n_("%(n)s gommette", "%(n)s gommettes", score.total, { n: score.total });
  if (!score.papers) return _("sans réponse");
  return _("%(mean)s sur %(most)s", { mean: mean(score.total, score.papers), most: ballot.most });
}

function lineTemplate(desk, ballot, score) {
  const dots = ballot.method === "dots";
  const { option = {} } = score;
  const color = desk.room.get("themes", option.id)?.color;
  return html`<tr><td class="result-rank">${dots ? score.rank : ""}</td>
    <td class="result-name ${color === undefined ? "" : `theme-${color}`}">${option.detail ? html`<span class="theme-mark">${option.detail}</span> ` : nothing}${option.label}</td>
    <td class="result-bar"><progress max="1" .value=${dots ? score.share : (score.mean ?? 0) / ballot.most} aria-hidden="true"></progress></td>
    <td class="result-total">${totalInWords(score, ballot)}</td>
    <td class="result-papers soft">${n_("%(n)s personne", "%(n)s personnes", score.papers, { n: score.papers })}</td>
    ${followed(ballot) ? html`<td class="result-followup">${followupButton(desk, ballot.id, option.id, option.label)}</td>` : nothing}</tr>`;
}

/** Suites are given to what the room has seen, and never to an evaluation. */
function followed(ballot) {
  return ballot.revealed && ballot.subject !== "evaluation";
}

/** Bars and numbers. */
export function resultsTemplate(desk, ballot) {
  const { tally } = ballot;
  if (!tally) return html`<p class="soft">${_("Pas de décompte.")}</p>`;
  return html`<p class="panel-note">${turnoutInWords(tally)}, ${n_("%(n)s blanc", "%(n)s blancs", tally.blank, { n: tally.blank })}</p>
    <table class="results"><thead class="visually-hidden"><tr><th>${_("Rang")}</th><th>${_("Option")}</th><th>${_("Part")}</th><th>${_("Résultat")}</th><th>${_("Personnes")}</th>${followed(ballot) ? html`<th>${_("Suite donnée")}</th>` : nothing}</tr></thead>
      <tbody>${results(ballot).map((score) => lineTemplate(desk, ballot, score))}</tbody></table>
    ${remarksTemplate(tally.remarks ?? [])}
    <p class="indicative">${indicative(desk.room)}</p>`;
}

function remarksTemplate(remarks) {
  if (!remarks.length) return nothing;
  return html`<details><summary>${n_("%(n)s remarque", "%(n)s remarques", remarks.length, { n: remarks.length })}</summary>
    <ul>${remarks.map((remark) => html`<li>${remark}</li>`)}</ul></details>`;
}
