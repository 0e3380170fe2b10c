/** In whose name one writes: the rapporteur chooses, on their own phone; everybody else for themselves. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { signature, signedAs } from "./signature.js";
import { chosen, isForTable } from "./speaker.js";

/**
 * The rapporteur’s choice, then what signing promises where it is one's own text.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 * @param {(name: string) => (event: any) => void} write
 */
export function voice(desk, kind, fields, write) {
  if (desk.shared || kind === "positioning" || !desk.isRapporteur()) return signature(desk, kind, fields, write);
  const forTable = isForTable(desk, kind, desk.step()?.id);
  return html`${choice(desk, kind, forTable)} ${forTable ? nothing : signature(desk, kind, fields, write)}`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {boolean} forTable
 */
function choice(desk, kind, forTable) {
  const choose = (/** @type {string} */ name) => () => {
    chosen(desk, desk.step()?.id).write(name);
    desk.draw();
  };
  return html`<fieldset class="signature">
    <legend class="visually-hidden">${_("Au nom de qui")}</legend>
    <div class="choices">
      <label class="choice">
        <input type="radio" name="voice-${kind}" .checked=${live(!forTable)} @change=${choose("own")} /> ${_("En mon nom")}
      </label>
      <label class="choice">
        <input type="radio" name="voice-${kind}" .checked=${live(forTable)} @change=${choose("table")} /> ${_("Au nom de la table")}
      </label>
    </div>
    <p class="promise" aria-live="polite">
      ${forTable ? _("Au nom de la table : seul son numéro paraît.") : _("En mon nom : signée ou non, comme je le choisis.")}
    </p>
  </fieldset>`;
}

/**
 * In two words, beside the button: in whose name this goes out.
 * @param {import("./desk.js").Desk} desk
 * @param {string} kind
 * @param {any} fields
 */
export function spokenAs(desk, kind, fields) {
  return isForTable(desk, kind, desk.step()?.id) ? _("Au nom de la table") : signedAs(desk, kind, fields);
}
