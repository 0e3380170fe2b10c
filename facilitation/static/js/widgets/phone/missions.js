/** The line on my service's missions, which its cadres put better. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { never, receipt } from "./standing.js";

/** @param {import("./desk.js").Desk} desk */
export function missions(desk) {
  const service = desk.room.get("services", desk.me()?.service);
  if (!service || !desk.allows("mission")) return nothing;
  const kept = desk.draft("missions");
  const sent = desk.latest("missions.correct");
  // Saved, but the link has not brought it back yet: the words just written stay in sight.
  const ahead = sent?.state === "saved" && desk.room.link !== "online";
  const waiting = sent?.state === "phone" || ahead ? sent?.payload.text : null;
  const text = kept.read() ?? waiting ?? service.missions;
  // While the server is away nobody corrects a line that this phone does not know.
  if (text === undefined) return nothing;
  const back = () => {
    kept.write(sent?.payload.text);
    desk.outbox.forget(sent?.key ?? "");
    desk.draw();
  };
  return html`<section class="panel" aria-labelledby="missions-title">
    <h2 id="missions-title">${_("Les missions de mon service")}</h2>
    ${desk.mayWrite() ? form(desk, service, text) : html`<p><bdi>${text}</bdi></p>`} ${receipt(desk, sent, { back })}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} service
 * @param {string} text
 */
function form(desk, service, text) {
  const kept = desk.draft("missions");
  const typed = (/** @type {any} */ event) => kept.write(event.target.value);
  const save = (/** @type {Event} */ event) => {
    event.preventDefault();
    desk.keep("missions.correct", { text: String(kept.read() ?? text).trim() });
    kept.clear();
    desk.draw();
  };
  return html`<form @submit=${save}>
    <div class="field">
      <label for="missions">${service.name}</label>
      <textarea id="missions" rows="4" maxlength="5000" aria-describedby="missions-never" .value=${live(text)} @input=${typed}></textarea>
      ${never("missions-never")}
    </div>
    <p class="promise">${_("Cette ligne est celle de tout le service : chacun de ses cadres peut la préciser.")}</p>
    <button class="button button-main button-wide" type="submit">${_("Enregistrer cette ligne")}</button>
  </form>`;
}
