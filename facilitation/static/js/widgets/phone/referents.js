/** Référents porteurs: the policies of my service, and who carries them; never a third person’s name. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { offer } from "./referent-offer.js";
import { never, receipt } from "./standing.js";

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
    <p class="promise">${_("Proposez-vous, ou indiquez une fonction, jamais le nom d’un collègue. L’accord de l’intéressé et celui de son directeur restent nécessaires.")}</p>
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
