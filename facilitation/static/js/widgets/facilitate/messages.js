/**
 * A word to all phones or to one table: the form, and the messages still on the phones.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, timeOfDay } from "../../core/i18n.js";
import { field, formFoot, onSubmit, options } from "./bits.js";
import { recordPairs, tableName, tables } from "./words.js";

const READY = () => [
  _("Plus que deux minutes."),
  _("Merci de terminer votre phrase."),
  _("Le rapporteur peut prendre la parole."),
  _("Reprise dans cinq minutes."),
];

/**
 * Write a message; `table` chooses one beforehand.
 * @param {any} desk
 * @param {{id: string}|null} table
 */
export function openMessage(desk, table = null) {
  const save = async (form) => {
    const answer = await desk.act(
      "message.send",
      { text: form.text.trim(), table: form.table || null },
      { say: _("Message envoyé") },
    );
    if (answer?.ok) desk.close();
  };
  const fill = (event, text) => {
    const area = event.target.closest("form").elements.text;
    area.value = text;
    area.focus();
  };
  desk.open(
    _("Message aux téléphones"),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("À qui"), html`<select name="table">${options(recordPairs(tables(desk.room), tableName), table?.id ?? "", _("Tous les téléphones"))}</select>`)}
    ${field(_("Message"), html`<textarea name="text" rows="3" required maxlength="400" autofocus></textarea>`)}
    <div class="row">${READY().map((text) => html`<button type="button" class="button button-small button-quiet" @click=${(event) => fill(event, text)}>${text}</button>`)}</div>
    ${formFoot(desk, _("Envoyer"))}
  </form>`,
  );
}

/** The messages on the phones now, each with its way back. */
export function messagesTemplate(desk) {
  const live = desk.room.all("messages").filter((one) => one.state === "live");
  if (!live.length) return nothing;
  return html`<section class="panel" aria-labelledby="messages-title">
    <h2 id="messages-title">${_("Messages affichés sur les téléphones")}</h2>
    <ul class="message-list">${repeat(
      [...live].reverse(),
      (one) => one.id,
      (one) => html`<li>
      <time class="soft">${timeOfDay(one.at)}</time> <span class="soft">${one.table ? tableName(desk.room.get("tables", one.table)) : _("à tous")}</span>
      <bdi>${one.text}</bdi> <button class="button button-small button-quiet" @click=${() => desk.act("message.withdraw", { message: one.id })}>${_("Retirer")}</button></li>`,
    )}</ul>
  </section>`;
}
