/**
 * Suites données: what the préfet made of a vote's lines and of the arbitrations asked of him, with
 * the reason, who decided and when. Entered line by line, corrected with the version seen.
 */
import { html, nothing } from "../../core/dom.js";
import { _, day } from "../../core/i18n.js";
import { field, formFoot, onSubmit, options } from "./bits.js";
import { sheets } from "./plan-themes.js";
import { pairs, word } from "./words.js";

/** The follow-up of a vote's line, or of a sheet. */
export function followupOf(room, of, option = null) {
  return room.get("followups", option ? `${of}/${option}` : of);
}

/** What was decided, by whom and when, in words. */
export function decided(one) {
  return [word("outcome", one.outcome), one.decider, one.date ? day(one.date) : ""].filter(Boolean).join(", ");
}

/** What a new entry starts with: whoever decided last, else the first of the authorities. */
function usual(room) {
  const last = room.all("followups").at(-1);
  const first = room.all("attendees").find((one) => one.rank === 1);
  const page = room.all("workshop")[0]?.title_page;
  return {
    outcome: "",
    reason: "",
    decider: last?.decider ?? first?.function ?? "",
    date: last?.date ?? page?.date ?? "",
    v: 0,
  };
}

/** The form; an empty outcome takes back what was said. */
function openFollowup(desk, of, option, label) {
  const { room } = desk;
  const one = { ...usual(room), ...followupOf(room, of, option) };
  const save = async ({ outcome, reason, decider, date }) => {
    const answer = await desk.act(
      "followup.give",
      { of, option, outcome: outcome || null, reason, decider, date },
      {
        base: one.v,
        say: _("Suite enregistrée : les téléphones et le compte rendu la reprennent"),
        onConflict: () => desk.toast(_("Un autre animateur vient de noter une suite sur ce point."), "alarm"),
      },
    );
    if (answer?.ok) desk.close();
    else if (answer?.current) one.v = answer.current.v;
  };
  desk.open(
    _("Suite donnée"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    <p><strong>${label}</strong></p>
    ${field(_("Suite"), html`<select name="outcome" autofocus>${options(pairs("outcome"), one.outcome, _("aucune à ce jour"))}</select>`)}
    ${field(_("Motif"), html`<textarea name="reason" rows="2" maxlength="500" .value=${one.reason}></textarea>`)}
    <div class="form-row">
      ${field(_("Autorité qui décide (fonction, sans nom)"), html`<input type="text" name="decider" maxlength="120" .value=${one.decider}>`)}
      ${field(_("Date"), html`<input type="date" name="date" .value=${one.date}>`)}</div>
    ${formFoot(desk, _("Enregistrer la suite"))}</form>`,
  );
}

/** The button of a line: what was decided, or the way to say it. */
export function followupButton(desk, of, option, label) {
  const one = followupOf(desk.room, of, option);
  const words = one ? word("outcome", one.outcome) : _("Suite…");
  const name = _("Suite donnée à « %(label)s » : %(state)s", {
    label,
    state: one ? decided(one) : _("aucune à ce jour"),
  });
  return html`<button class="button button-small ${one ? `followup followup-${one.outcome}` : "button-quiet"}" aria-label=${name}
    @click=${() => openFollowup(desk, of, option, label)}>${words}</button>`;
}

/** Arbitrations asked for on the sheets, each with what became of it. */
export function arbitrationsTemplate(desk) {
  const asked = sheets(desk.room).filter((one) => one.arbitration || followupOf(desk.room, one.id));
  if (!asked.length) return nothing;
  return html`<section class="panel" aria-labelledby="asked-title">
    <header class="panel-head"><h2 id="asked-title">${_("Points à arbitrer")}</h2>
      <button class="button button-small" @click=${() => desk.act("screen.show", { scene: "return" })}>${_("Retour du préfet à l’écran")}</button></header>
    <ul class="asked">${asked.map((one) => askedTemplate(desk, one))}</ul></section>`;
}

function askedTemplate(desk, one) {
  const to = [one.arbitration_to, one.arbitration_by ? _("avant le %(day)s", { day: day(one.arbitration_by) }) : ""];
  return html`<li><span><strong>${one.id}</strong> ${one.arbitration || one.title} <span class="soft">${to.filter(Boolean).join(", ")}</span></span>
    ${followupButton(desk, one.id, null, one.arbitration || one.title)}</li>`;
}
