/**
 * The help sheet (?): every shortcut of the console, read from the same table as the listener,
 * and the switch that turns single-key shortcuts off for those whom they bother.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { areas, keyName, shortcuts } from "./keymap.js";

const STORE = "tablee:single-keys";

/** Are single-key shortcuts on? */
export function singleKeys() {
  return localStorage.getItem(STORE) !== "off";
}

function switchKeys(desk, on) {
  localStorage.setItem(STORE, on ? "on" : "off");
  desk.redraw();
}

function rows(area) {
  return shortcuts()
    .filter((one) => one.area === area)
    .map(
      (one) => html`<tr>
    <td class="keys">${one.keys.map((key, index) => html`${index ? html` <span class="soft">${_("ou")}</span> ` : ""}<kbd>${keyName(key)}</kbd>`)}</td>
    <td>${one.label}</td></tr>`,
    );
}

function section(title, body) {
  return html`<section class="help-section"><h3>${title}</h3><table class="help-table"><tbody>${body}</tbody></table></section>`;
}

/** The sheet, in the dialog. */
export function helpTemplate(desk) {
  const places = areas();
  return html`<div class="dialog-head"><h2 class="dialog-title">${_("Raccourcis clavier")}</h2>
      <button type="button" class="button button-quiet" @click=${() => desk.look({ help: false })} aria-label=${_("Fermer")}>✕</button></div>
    <label class="check"><input type="checkbox" .checked=${singleKeys()} @change=${(event) => switchKeys(desk, event.target.checked)}>
      ${_("Raccourcis à une seule touche")}</label>
    <div class="help-columns">
      ${section(
        _("Partout"),
        html`${rows("")}<tr><td class="keys"><kbd>${keyName("Escape")}</kbd> <kbd>${keyName("Escape")}</kbd></td>
        <td>${_("Écran de repos, même en cours de saisie")}</td></tr>`,
      )}
      ${section(
        _("Aller à"),
        places.map(
          (area) =>
            html`<tr><td class="keys"><kbd>G</kbd> <kbd>${area.letter.toUpperCase()}</kbd></td><td>${area.label}</td></tr>`,
        ),
      )}
      ${places.filter((area) => shortcuts().some((one) => one.area === area.id)).map((area) => section(area.label, rows(area.id)))}
    </div>`;
}
