/** Engagements: a personal card that only I see again, one for my service, carried over. */
import { html, live, nothing } from "../../core/dom.js";
import { _, day } from "../../core/i18n.js";
import { draft } from "../../core/drafts.js";

/** @param {import("./desk.js").Desk} desk */
export function commitments(desk) {
  const own = desk.room.all("commitments").filter((one) => one.state === "live");
  const open = desk.who() && desk.step()?.allows?.includes("commitment");
  if (!open && !own.length) return nothing;
  return html`<section aria-labelledby="commit-title">
    <h2 id="commit-title">${_("Mes engagements")}</h2>
    <ul class="slips">
      ${own.map((one) => card(desk, one))}
    </ul>
    ${open ? form(desk) : nothing}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function card(desk, one) {
  const withdraw = async () => {
    const answer = await desk.send("commitment.withdraw", { commitment: one.id });
    if (answer.ok) desk.toast(_("Engagement retiré."));
  };
  return html`<li class="slip">
    <p class="slip-head">
      <span class="slip-number">${one.id}</span>
      <span>${one.kind === "personal" ? _("Personnel : vous seul le voyez") : _("De service : repris dans le suivi")}</span>
    </p>
    <p class="slip-text"><bdi>${one.text}</bdi></p>
    <p class="slip-foot">
      ${one.by ? _("Avant le %(day)s", { day: day(one.by) }) : ""}
      ${one.subject_to_hierarchy ? _("Sous réserve de ma hiérarchie") : ""}
    </p>
    <button class="button button-quiet button-small" @click=${withdraw}>${_("Retirer")}</button>
  </li>`;
}

/** @param {import("./desk.js").Desk} desk */
function form(desk) {
  const kept = draft(desk.draftKey("commitment"));
  const held = kept.read() ?? {};
  const write = (/** @type {string} */ name) => (/** @type {any} */ event) => {
    const { type, checked, value } = event.target;
    kept.write({ ...(kept.read() ?? {}), [name]: type === "checkbox" ? checked : value });
    if (type !== "text" && event.target.tagName !== "TEXTAREA") desk.draw();
  };
  const kind = held.kind ?? "personal";
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const typed = kept.read() ?? {};
    const answer = await desk.send("commitment.make", { text: "", ...typed, kind: typed.kind ?? "personal" });
    if (!answer.ok) return;
    kept.clear();
    desk.toast(_("Engagement enregistré."));
    desk.draw();
  };
  return html`<form class="panel" @submit=${send}>
    <div class="choices">
      ${["personal", "service"].map(
        (one) => html`<label class="choice">
          <input type="radio" name="commitment-kind" value=${one} .checked=${live(kind === one)} @change=${write("kind")} />
          ${one === "personal" ? _("Personnel") : _("Engagement de service")}
        </label>`,
      )}
    </div>
    <p class="promise">
      ${kind === "personal"
        ? _("Cette carte ne revient qu’à vous : ni l’animateur ni les documents ne la montrent.")
        : _("Repris dans le compte rendu, au nom de votre service.")}
    </p>
    <div class="field">
      <label for="commit-text">${_("Je m’engage à")}</label>
      <textarea id="commit-text" rows="3" .value=${live(held.text ?? "")} @input=${write("text")}></textarea>
    </div>
    <div class="field">
      <label for="commit-by">${_("Avant le")}</label>
      <input id="commit-by" type="date" .value=${live(held.by ?? "")} @change=${write("by")} />
    </div>
    <div class="field">
      <label for="commit-need">${_("Ce dont j’ai besoin")}</label>
      <input id="commit-need" type="text" .value=${live(held.need ?? "")} @input=${write("need")} />
    </div>
    <label class="choice">
      <input type="checkbox" .checked=${live(held.subject_to_hierarchy ?? true)} @change=${write("subject_to_hierarchy")} />
      ${_("Sous réserve de ma hiérarchie")}
    </label>
    <p></p>
    <button class="button button-main button-wide" type="submit">${_("Enregistrer mon engagement")}</button>
  </form>`;
}

