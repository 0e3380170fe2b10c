/**
 * Saving one field of a fiche-action with the version that was there when the hand came, and
 * showing both texts when another hand was quicker.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { versionOf } from "../../core/versions.js";
import { parts } from "./sheet-fields.js";

/**
 * Save one field; `element` keeps what was typed until the server has it.
 * @param {any} desk
 * @param {any} action
 * @param {string} name
 * @param {any} value
 * @param {HTMLElement|null} element
 */
export async function saveField(desk, action, name, value, element = null) {
  if (JSON.stringify(value) === JSON.stringify(action[name] ?? "")) return;
  if (element) element.dataset.dirty = "yes";
  const base = Number(element?.dataset.base ?? versionOf(action, name));
  const answer = await desk.act(
    "action.edit",
    { action: action.id, field: name, value },
    {
      base,
      onConflict: ({ current }) => conflict(desk, current ?? action, name, value),
    },
  );
  // A field that was refused keeps what was typed: nothing is lost under the hand.
  if (element && (answer?.ok || answer?.code === "conflict")) delete element.dataset.dirty;
  desk.redraw();
}

function conflict(desk, current, name, value) {
  const label =
    parts()
      .flatMap(([, fields]) => fields)
      .find(([field]) => field === name)?.[1] ?? name;
  const words = (one) => (typeof one === "string" ? one : JSON.stringify(one));
  const mine = async () => {
    desk.close();
    await desk.act("action.edit", { action: current.id, field: name, value }, { base: versionOf(current, name) });
  };
  desk.open(
    _("%(id)s : %(label)s a été modifié entre-temps", { id: current.id, label }),
    () => html`
    <div class="versions"><section><h3>${_("Texte actuel")}</h3><p class="block-text">${words(current[name]) || "-"}</p></section>
      <section><h3>${_("Votre texte")}</h3><p class="block-text">${words(value) || "-"}</p></section></div>
    <div class="dialog-foot"><button class="button" autofocus @click=${desk.close}>${_("Garder le texte actuel")}</button>
      <button class="button button-main" @click=${mine}>${_("Mettre le mien")}</button></div>`,
  );
}
