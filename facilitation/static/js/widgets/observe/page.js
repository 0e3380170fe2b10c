/** What an observer sees: the screen now, the room in figures, the programme, what was shown. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { renderScene } from "../scenes/index.js";
import { figures } from "./figures.js";
import { programme } from "./programme.js";
import { record } from "./record.js";

/** @param {any} room */
export function observePage(room) {
  if (room.refused) return refused();
  const closed = room.all("workshop")[0]?.state === "closed";
  return html`
    ${connection(room)}
    <div class="observe-columns">
      <div class="observe-main">${closed ? over() : now(room)} ${record(room, closed)}</div>
      <div class="observe-side">${figures(room, closed)} ${programme(room, closed)}</div>
    </div>
  `;
}

function refused() {
  return html`<p class="notice notice-alarm" role="alert">${_("Votre accès n’est plus reconnu. Demandez un nouveau lien à l’animateur.")}</p>`;
}

/** @param {any} room */
function connection(room) {
  const words = room.link === "online" ? nothing : _("Reconnexion en cours : ce que vous lisez peut dater.");
  return html`<p class="observe-link" role="status">${words}</p>`;
}

function over() {
  return html`<p class="notice">${_("Le séminaire est clos. Voici ce qui a été montré à la salle.")}</p>`;
}

/**
 * The page on show, set for reading instead of for the last row.
 * @param {any} room
 */
function now(room) {
  const screen = room.all("screen")[0];
  if (!screen) return nothing;
  return html`<section aria-labelledby="now-title">
    <h2 id="now-title">${_("À l’écran")}</h2>
    <p class="visually-hidden" role="status">${_("À l’écran : %(scene)s", { scene: nameOf("scenes", screen.scene) })}</p>
    <div class="observed" data-scene=${screen.scene}>${renderScene(room, screen)}</div>
  </section>`;
}
