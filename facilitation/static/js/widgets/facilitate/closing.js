/**
 * The end of the day: closing the workshop, opening it again, and how others get in.
 */
import { html } from "../../core/dom.js";
import { _, day } from "../../core/i18n.js";

/** Papers still in the box would be lost: the vote comes first. */
function askBallotFirst(desk) {
  const go = () => desk.look({ dialog: null, area: "vote" });
  desk.open(
    _("Un vote est encore ouvert"),
    () => html`<p>${_("Comptez d’abord ses bulletins, ou annulez-le ; le séminaire pourra ensuite être clos.")}</p>
    <div class="dialog-foot"><button class="button button-quiet" @click=${desk.close}>${_("Plus tard")}</button>
      <button class="button button-main" autofocus @click=${go}>${_("Aller au vote")}</button></div>`,
  );
}

function askClose(desk) {
  if (desk.room.all("ballots").some((one) => one.state === "open")) return askBallotFirst(desk);
  const close = async () => {
    const answer = await desk.act("workshop.close", {}, { say: _("Séminaire clos") });
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("Clore le séminaire ?"),
    () => html`<p>${_("Les téléphones ne pourront plus écrire. Les documents restent disponibles et le séminaire peut être rouvert.")}</p>
    <div class="dialog-foot"><button class="button button-quiet" @click=${desk.close}>${_("Laisser ouvert")}</button>
      <button class="button button-main" autofocus @click=${close}>${_("Clore le séminaire")}</button></div>`,
  );
}

function closedTemplate(desk) {
  const reopen = () => desk.act("workshop.reopen", {}, { say: _("Séminaire rouvert") });
  return html`<p>${_("Le séminaire est clos. Les téléphones se consultent encore ; plus rien ne s’écrit.")}</p>
    <button class="button button-small" @click=${reopen}>${_("Rouvrir le séminaire")}</button>`;
}

function openTemplate(desk) {
  return html`<p>${_("Après la clôture, les téléphones se consultent encore, mais plus rien ne s’écrit. Un séminaire clos peut être rouvert.")}</p>
    <button class="button button-small" @click=${() => askClose(desk)}>${_("Clore le séminaire")}</button>`;
}

/** Until when the data are kept, as people were told when they came in. */
function keeping(desk, workshop) {
  const date = day(new Date(workshop?.keep_until ?? 0).toISOString().slice(0, 10));
  if ((workshop?.keep_until ?? 0) > desk.room.now()) {
    return html`<p>${_("Les données sont à effacer le %(date)s au plus tard, comme la notice l’annonce :", { date })}</p>`;
  }
  return html`<p class="notice notice-alarm" role="status">${_("Les données devaient être effacées le %(date)s. Archivez ce qui doit l’être, puis :", { date })}</p>`;
}

/** Two quiet panels under the documents. */
export function closingTemplate(desk, workshop) {
  const purge = `python3 app.py purge ${desk.room.boot.code}`;
  const command = `python3 app.py link ${desk.room.boot.code} --role facilitator`;
  return html`<div class="closing">
    <section class="panel" aria-labelledby="closing-title"><h2 id="closing-title">${_("Fin de la journée")}</h2>
      ${workshop?.state === "closed" ? closedTemplate(desk) : openTemplate(desk)}
      ${keeping(desk, workshop)}
      <p><code>${purge}</code></p></section>
    <section class="panel" aria-labelledby="links-title"><h2 id="links-title">${_("Autres accès")}</h2>
      <p>${_("Un lien pour un autre animateur, un observateur ou l’écran s’obtient dans le terminal de l’ordinateur qui sert le séminaire :")}</p>
      <p><code>${command}</code></p>
      <p class="field-help">${_("Remplacez « facilitator » par « observer » ou « screen » selon l’accès voulu.")}</p></section>
  </div>`;
}
