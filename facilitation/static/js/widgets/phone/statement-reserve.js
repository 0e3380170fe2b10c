/** A réserve, signed in the name of one's service; empty words lift it. */
import { html, live } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { folding, never, receipt } from "./standing.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
export function reserving(desk, one) {
  const kept = desk.draft(`reserve.${one.id}`);
  const signed = one.reserves.find((/** @type {any} */ reserve) => reserve.service === desk.me()?.service);
  const sent = desk.latest("statement.reserve", (entry) => entry.payload.statement === one.id);
  const text = kept.read() ?? signed?.text ?? "";
  const id = `reserve-${one.id}`;
  const sign = (/** @type {Event} */ event) => {
    event.preventDefault();
    desk.keep("statement.reserve", { statement: one.id, text: String(kept.read() ?? text).trim() });
    kept.clear();
    desk.draw();
  };
  const fold = folding(desk, id, kept.read() !== null);
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
      <summary class="small">${signed ? _("La réserve de mon service") : _("Signer une réserve au nom de mon service")}</summary>
      <form @submit=${sign}>
        <div class="field">
          <label for=${id}>${_("Réserve (vide pour la lever)")}</label>
          <textarea
            id=${id}
            rows="2"
            maxlength="5000"
            aria-describedby="${id}-never"
            .value=${live(text)}
            @input=${(/** @type {any} */ event) => kept.write(event.target.value)}
          ></textarea>
          ${never(`${id}-never`)}
        </div>
        <button class="button" type="submit">${_("Signer pour %(service)s", { service: desk.service(desk.me()?.service) })}</button>
      </form>
    </details>
    ${receipt(desk, sent)}`;
}
