/** My service: the line on its missions, the policies it could carry, my own proposal as référent. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { draft } from "../../core/drafts.js";
import { nameOf } from "../../core/names.js";

/** @param {import("./desk.js").Desk} desk */
export function missions(desk) {
  const service = desk.room.get("services", desk.me()?.service);
  if (!service || !desk.step()?.allows?.includes("mission")) return nothing;
  const kept = draft(desk.draftKey("missions"));
  const typed = (/** @type {any} */ event) => kept.write(event.target.value);
  const save = async () => {
    const answer = await desk.send("missions.correct", { text: kept.read() ?? service.missions });
    if (!answer.ok) return;
    kept.clear();
    desk.toast(_("Missions enregistrées."));
    desk.draw();
  };
  return html`<section class="panel" aria-labelledby="missions-title">
    <h2 id="missions-title">${_("Les missions de mon service")}</h2>
    <div class="field">
      <label for="missions">${service.name}</label>
      <textarea id="missions" rows="4" .value=${live(kept.read() ?? service.missions)} @input=${typed}></textarea>
    </div>
    <button class="button button-main button-wide" @click=${save}>${_("Corriger cette ligne")}</button>
  </section>`;
}

/** @param {import("./desk.js").Desk} desk */
export function referents(desk) {
  const service = desk.me()?.service;
  if (!service || !desk.step()?.allows?.includes("referent")) return nothing;
  const policies = desk.room
    .all("policies")
    .filter((one) => !one.services.length || one.services.includes(service));
  if (!policies.length) {
    return html`<section class="notice"><p>${_("Aucune politique publique n’attend de référent de votre service.")}</p></section>`;
  }
  return html`<section class="panel" aria-labelledby="referents-title">
    <h2 id="referents-title">${_("Référents porteurs de mon service")}</h2>
    <p class="promise">
      ${_("Vous ne vous proposez que vous-même. L’accord de votre directeur reste nécessaire.")}
    </p>
    ${policies.map((policy) => line(desk, policy, service))}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} policy
 * @param {string} service
 */
function line(desk, policy, service) {
  const known = desk.room.get("referents", `${policy.id}/${service}`);
  const kept = draft(desk.draftKey(`referent.${policy.id}`));
  const typed = (/** @type {any} */ event) => kept.write(event.target.value);
  const settled = ["named", "director_agrees"].includes(known?.state);
  return html`<div class="field">
    <label for="ref-${policy.id}">${policy.name}</label>
    ${known ? html`<span>${known.function} <span class="soft">(${nameOf("referents", known.state)})</span></span>` : nothing}
    ${settled
      ? nothing
      : html`<input
            id="ref-${policy.id}"
            type="text"
            maxlength="120"
            placeholder=${_("Ma fonction")}
            .value=${live(kept.read() ?? "")}
            @input=${typed}
          />
          <button class="button" @click=${() => propose(desk, policy, kept)}>${_("Je me propose")}</button>`}
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} policy
 * @param {ReturnType<typeof draft>} kept
 */
async function propose(desk, policy, kept) {
  const asked = { policy: policy.id, function: (kept.read() ?? "").trim(), me: true };
  const answer = await desk.send("referent.propose", asked);
  if (!answer.ok) return;
  kept.clear();
  desk.toast(_("Vous êtes noté comme pressenti ; merci."));
  desk.draw();
}
