/** Erasing a text for good, for what should never have been written: asked twice, never undone. */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";

/** Whether a facilitator erased it. */
export function isErased(one) {
  return one.state === "withdrawn" && one.reason === "erased";
}

/** What stands on a card whose text is gone. */
export function gone(one) {
  return isErased(one) ? _("Texte effacé par l’animateur") : _("Texte retiré par son auteur");
}

/** Say what will happen, then do it. */
export function openErase(desk, one) {
  const erase = async () => {
    const say = _("%(id)s effacée", { id: one.id });
    const answer = await desk.act("contribution.erase", { contribution: one.id }, { say });
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("Effacer %(id)s définitivement ?", { id: one.id }),
    () => html`<blockquote class="quoted">${one.text || gone(one)}</blockquote>
    <p>${_("Le texte disparaît partout : base, écrans, téléphones, fiches, votes, documents et sauvegardes faits par Tablée. Son numéro reste, et l’historique dit qu’il a été effacé. Ce geste ne s’annule pas.")}</p>
    <p class="field-help">${_("Les copies déjà parties (courriels, impressions, photos) restent à reprendre à la main. Pour un texte seulement hors sujet, préférez « Écarter ».")}</p>
    <div class="dialog-foot"><button class="button button-quiet" autofocus @click=${desk.close}>${_("Garder le texte")}</button>
      <button class="button button-alarm" @click=${erase}>${_("Effacer définitivement")}</button></div>`,
  );
}

/** The way to it, at the end of the card's gestures. */
export function eraseButton(desk, one) {
  return html`<button type="button" class="button button-small button-quiet" @click=${() => openErase(desk, one)}>${_("Effacer…")}</button>`;
}
