/** Référents porteurs: the policies of my service, and my own proposal to carry one; never a third person's. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { folding, never, receipt } from "./standing.js";

/** @param {import("./desk.js").Desk} desk */
export function referents(desk) {
  const service = desk.me()?.service;
  if (!service || !desk.allows("referent")) return nothing;
  const policies = desk.room.all("policies").filter((one) => !one.services.length || one.services.includes(service));
  if (!policies.length) {
    return html`<section class="notice"><p>${_("Aucune politique publique n’attend de référent de votre service.")}</p></section>`;
  }
  return html`<section class="panel" aria-labelledby="referents-title">
    <h2 id="referents-title">${_("Référents porteurs de mon service")}</h2>
    <p class="promise">${_("On ne propose que soi-même. L’accord de votre directeur reste nécessaire.")}</p>
    ${policies.map((policy) => line(desk, policy, service))}
    ${never("referents-never")}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} policy
 * @param {string} service
 */
function line(desk, policy, service) {
  const known = desk.room.get("referents", `${policy.id}/${service}`);
  const sent = desk.latest("referent.propose", (one) => one.payload.policy === policy.id);
  const settled = ["named", "director_agrees"].includes(known?.state);
  const open = desk.mayWrite() && !settled;
  return html`<div class="policy">
    <h3>${policy.name}</h3>
    <p>
      ${
        known?.function
          ? html`<bdi>${known.function}</bdi> <span class="soft">(${nameOf("referents", known.state)})</span>`
          : html`<span class="soft">${_("Personne pour l’instant")}</span>`
      }
    </p>
    ${receipt(desk, sent?.state === "saved" ? undefined : sent)} ${open ? offer(desk, policy, known) : nothing}
  </div>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} policy
 * @param {any} known
 */
function offer(desk, policy, known) {
  const words = known?.function ? _("Proposer une autre fonction, la mienne") : _("Me proposer");
  const fold = folding(desk, `offer.${policy.id}`);
  const kept = desk.draft(`referent.${policy.id}`);
  const id = `ref-${policy.id}`;
  return html`<details .open=${fold.open} @toggle=${fold.toggled}>
    <summary class="small">${words}</summary>
    <form @submit=${(/** @type {Event} */ event) => propose(event, desk, policy)}>
      <div class="field">
        <label for=${id}>${_("Ma fonction")}</label>
        <input
          id=${id}
          type="text"
          maxlength="120"
          autocomplete="organization-title"
          aria-describedby="referents-never"
          .value=${live(kept.read() ?? "")}
          @input=${(/** @type {any} */ event) => kept.write(event.target.value)}
        />
      </div>
      <button class="button" type="submit">${_("Je me propose pour cette politique")}</button>
    </form>
  </details>`;
}

/**
 * @param {Event} event
 * @param {import("./desk.js").Desk} desk
 * @param {any} policy
 */
function propose(event, desk, policy) {
  event.preventDefault();
  const kept = desk.draft(`referent.${policy.id}`);
  const own = (kept.read() ?? "").trim();
  if (!own) {
    desk.toast(_("Écrivez d’abord votre fonction."));
    /** @type {any} */ (event.target).querySelector("input").focus();
    return;
  }
  const stale = (/** @type {any} */ one) =>
    one.name === "referent.propose" && one.state === "refused" && one.payload.policy === policy.id;
  desk.outbox.forgetWhere(stale);
  desk.keep("referent.propose", { policy: policy.id, function: own, me: true });
  kept.clear();
  desk.ui[`offer.${policy.id}`] = false;
  desk.draw();
}
