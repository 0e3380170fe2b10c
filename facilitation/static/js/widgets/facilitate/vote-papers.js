/**
 * Paper ballots typed in: one voter `paper/<table>/<n>` per sheet, counted in the same vote and
 * declared as such. A sheet keeps its key on this desk, so that it can be corrected until the close.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { newKey } from "../../core/keys.js";
import { field, formFoot, onSubmit, options } from "./bits.js";
import { given, left } from "./vote-budget.js";
import { recordPairs, tableName, tables } from "./words.js";

const store = (desk, ballot) => `tablee:${desk.room.boot.code}:papers:${ballot.id}`;

/** The sheets typed in on this desk: voter → {key, choices}. */
function sheets(desk, ballot) {
  try {
    return JSON.parse(localStorage.getItem(store(desk, ballot)) ?? "{}");
  } catch {
    return {};
  }
}

/** Once a vote is no longer open, this desk forgets who wrote what on which sheet. */
export function forgetPapers(desk) {
  for (const ballot of desk.room.all("ballots")) {
    if (ballot.state !== "open") localStorage.removeItem(store(desk, ballot));
  }
}

/** The next free sheet number of a table, as far as this desk knows. */
export function nextNumber(known, table) {
  const numbers = Object.keys(known)
    .map((voter) => voter.split("/"))
    .filter((parts) => parts[1] === table)
    .map((parts) => Number(parts[2]));
  return Math.max(0, ...numbers) + 1;
}

/** The line under the open vote. */
export function papersTemplate(desk, ballot) {
  const count = Object.keys(sheets(desk, ballot)).length;
  return html`<button class="button" @click=${() => openPaperBallot(desk, ballot)}>${_("Saisir un bulletin papier")}</button>
    ${count ? html`<span class="soft">${n_("%(n)s bulletin papier saisi ici", "%(n)s bulletins papier saisis ici", count, { n: count })}</span>` : nothing}`;
}

function leftTemplate(ballot, choices) {
  const n = left(ballot, choices);
  if (n === null) return nothing;
  return html`<p class="panel-note" role="status">${n_("%(n)s gommette à poser", "%(n)s gommettes à poser", n, { n })}</p>`;
}

/** The form: a sheet after the other. */
export function openPaperBallot(desk, ballot) {
  const first = tables(desk.room)[0]?.id ?? "";
  const state = { table: first, number: nextNumber(sheets(desk, ballot), first), choices: {}, saved: "" };
  const set = (changes) => {
    Object.assign(state, changes);
    desk.redraw();
  };
  const voter = () => `paper/${state.table}/${state.number}`;
  const turn = (table, number) =>
    set({ table, number, choices: sheets(desk, ballot)[`paper/${table}/${number}`]?.choices ?? {} });
  const save = async (form) => {
    const known = sheets(desk, ballot);
    const key = known[voter()]?.key ?? newKey();
    const answer = await desk.act("ballot.cast", {
      ballot: ballot.id,
      paper_key: key,
      choices: state.choices,
      remark: form.remark ?? "",
      voter: voter(),
    });
    if (!answer?.ok) return;
    localStorage.setItem(store(desk, ballot), JSON.stringify({ ...known, [voter()]: { key, choices: state.choices } }));
    set({ saved: voter(), choices: {}, number: nextNumber(sheets(desk, ballot), state.table) });
  };
  desk.open(
    _("Bulletin papier"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    <div class="form-row">
      ${field(_("Table"), html`<select @change=${(event) => turn(event.target.value, nextNumber(sheets(desk, ballot), event.target.value))}>${options(recordPairs(tables(desk.room), tableName), state.table)}</select>`)}
      ${field(_("N° du bulletin"), html`<input type="number" min="1" max="200" required .value=${String(state.number)} @input=${(event) => turn(state.table, Number(event.target.value))}>`)}</div>
    ${leftTemplate(ballot, state.choices)}
    <ul class="paper-options">${ballot.options.map(
      (
        option,
      ) => html`<li><label class="paper-option"><span>${option.detail ? html`<strong>${option.detail}</strong> ` : nothing}${option.label}</span>
      <input type="number" min="0" max=${ballot.most} .value=${String(state.choices[option.id] ?? 0)}
        @input=${(event) => set({ choices: given(ballot, state.choices, option.id, Number(event.target.value)) })}></label></li>`,
    )}</ul>
    ${ballot.method === "rating" ? field(_("Remarque"), html`<input type="text" name="remark" maxlength="500">`) : nothing}
    ${state.saved ? html`<p class="saved-line" role="status">${_("Bulletin enregistré. Bulletin suivant ?")}</p>` : nothing}
    ${formFoot(desk, Object.keys(state.choices).length ? _("Enregistrer ce bulletin") : _("Enregistrer un bulletin blanc"))}</form>`,
    "wide",
  );
}

/** Call a vote off, with the reason that the compte rendu will tell. */
export function openCancel(desk, ballot) {
  const save = async ({ reason }) => {
    const answer = await desk.act(
      "ballot.cancel",
      { ballot: ballot.id, reason: reason.trim() },
      { say: _("Vote annulé ; les bulletins sont détruits sans être comptés") },
    );
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("Annuler ce vote"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    <p>${_("Les bulletins seront détruits sans être comptés. C’est définitif ; un nouveau vote pourra être ouvert.")}</p>
    ${field(_("Motif, repris au compte rendu"), html`<input type="text" name="reason" required maxlength="200" autofocus>`)}
    ${formFoot(desk, _("Annuler le vote"), true)}</form>`,
  );
}
