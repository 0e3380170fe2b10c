/**
 * Dire de l'État: the wordings proposed, their réserves, and where each stands. Nothing is
 * « adopted » on the day: the states are those of the domain.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { changed, choice, field, formFoot, onSubmit, options } from "./bits.js";
import { pairs, recordPairs, serviceName, tableName } from "./words.js";

/** @returns {Array<[string, string, boolean]>} name, label, required */
const FIELDS = () => [
  ["subject", _("Sujet"), true],
  ["audience", _("Destinataires"), false],
  ["says", _("Ce que l’État dit"), true],
  ["does_not_say", _("Ce qu’il ne dit pas"), false],
  ["carried_by", _("Qui le porte"), false],
  ["competence", _("Réserve de compétence"), false],
];

/**
 * Propose a wording, or correct one.
 * @param {any} desk
 * @param {any} found
 */
export function openStatement(desk, found = null) {
  const one = { subject: "", says: "", audience: "", does_not_say: "", carried_by: "", competence: "", ...found };
  const state = { v: one.v, theirs: /** @type {any} */ (null) };
  const save = async (form) => {
    const answer = found ? await edit(form) : await desk.act("statement.propose", form);
    if (answer?.ok) desk.close();
  };
  const edit = (form) => {
    const changes = changed(one, form);
    if (!Object.keys(changes).length) return { ok: true };
    return desk.act(
      "statement.edit",
      { statement: one.id, ...changes },
      {
        base: state.v,
        onConflict: ({ current }) => {
          Object.assign(state, { v: current?.v, theirs: current });
          desk.redraw();
        },
      },
    );
  };
  const control = (name, required) =>
    ["says", "does_not_say"].includes(name)
      ? html`<textarea name=${name} rows="3" ?required=${required} .value=${one[name]}></textarea>`
      : html`<input type="text" name=${name} ?required=${required} .value=${one[name]}>`;
  desk.open(
    found ? _("Modifier %(id)s", { id: one.id }) : _("Proposer un dire de l’État"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${state.theirs ? html`<p class="hint-line" role="alert">${_("Modifié entre-temps. Texte actuel : « %(says)s ». Le vôtre est intact ; enregistrez de nouveau pour le remplacer.", { says: state.theirs.says })}</p>` : nothing}
    ${FIELDS().map(([name, label, required]) => field(label, control(name, required)))}
    ${formFoot(desk, _("Enregistrer"))}</form>`,
    "wide",
  );
}

/** Sign or lift the réserve of a service. */
function openReserve(desk, one) {
  const save = async ({ service, text }) => {
    const answer = await desk.act("statement.reserve", { statement: one.id, service, text: text.trim() });
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("Réserve d’un service sur %(id)s", { id: one.id }),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(
      _("Service"),
      html`<select name="service" required>${options(
        recordPairs(desk.room.all("services"), (service) => serviceName(desk.room, service.id)),
        "",
        _("Choisir un service"),
      )}</select>`,
    )}
    ${field(_("Réserve"), html`<textarea name="text" rows="3"></textarea>`, _("Un texte vide lève la réserve du service."))}
    ${formFoot(desk, _("Enregistrer"))}</form>`,
  );
}

/** The list. */
export function statementsTemplate(desk) {
  const list = desk.room.all("statements").filter((one) => one.state !== "removed");
  return html`<div class="row statements-head"><button class="button button-small button-main" @click=${() => openStatement(desk)}>${_("Proposer un dire de l’État")}</button></div>
    ${
      list.length
        ? repeat(
            list,
            (one) => one.id,
            (one) => statementTemplate(desk, one),
          )
        : html`<p class="empty-note">${_("Aucun dire de l’État proposé. Les tables les écrivent sur leurs téléphones quand la séquence le permet.")}</p>`
    }`;
}

function statementTemplate(desk, one) {
  const { room } = desk;
  const facts = FIELDS().filter(([name]) => !["subject", "says"].includes(name) && one[name]);
  return html`<article class="panel statement ${desk.journal.recent(`statements/${one.id}`) ? "is-theirs" : ""}">
    <header class="panel-head"><h2>${one.id}, ${one.subject}</h2>
      <span class="soft">${one.table ? tableName(room.get("tables", one.table)) : ""}</span>
      <div class="row"><label class="inline-field"><span>${_("État")}</span>
        ${choice({ value: one.state, list: pairs("statement"), pick: (state) => desk.act("statement.settle", { statement: one.id, state }) })}</label>
        <button class="button button-small" @click=${() => openStatement(desk, one)}>${_("Modifier")}</button>
        <button class="button button-small" @click=${() => openReserve(desk, one)}>${_("Réserve")}</button>
        <button class="button button-small" @click=${() => desk.act("screen.show", { scene: "statements", statement: one.id })}>${_("À l’écran")}</button></div></header>
    <blockquote class="said">${one.says}</blockquote>
    ${facts.length ? html`<dl class="facts">${facts.map(([name, label]) => html`<dt>${label}</dt><dd>${one[name]}</dd>`)}</dl>` : nothing}
    ${one.reserves?.length ? html`<h3 class="block-title">${_("Réserves")}</h3><ul>${one.reserves.map((reserve) => html`<li><strong>${serviceName(room, reserve.service)}</strong> ${reserve.text}</li>`)}</ul>` : nothing}
  </article>`;
}
