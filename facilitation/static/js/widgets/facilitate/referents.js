/**
 * Référents porteurs: public policies × services, each cell a function and how far it is. Only the
 * cells that a policy concerns are open; a click opens one.
 */
import { html, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { field, formFoot, onSubmit, options } from "./bits.js";
import { pairs, serviceName, word } from "./words.js";

/** Name or settle one référent. */
function openReferent(desk, policy, service) {
  const { room } = desk;
  const one = room.get("referents", `${policy.id}/${service}`) ?? { state: "expected", function: "", remark: "" };
  const save = async (form) => {
    const answer = await desk.act("referent.settle", {
      policy: policy.id,
      service,
      state: form.state,
      function: form.function.trim(),
      remark: form.remark.trim(),
    });
    if (answer?.ok) desk.close();
  };
  desk.open(
    _("%(policy)s, %(service)s", { policy: policy.name, service: serviceName(room, service) }),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    ${field(_("Fonction (pas de nom sans l’accord de l’intéressé)"), html`<input type="text" name="function" maxlength="120" autofocus .value=${one.function}>`)}
    ${field(_("État"), html`<select name="state">${options(pairs("referent"), one.state)}</select>`)}
    ${field(_("Remarque"), html`<textarea name="remark" rows="2" maxlength="500" .value=${one.remark ?? ""}></textarea>`)}
    ${formFoot(desk, _("Enregistrer"))}</form>`,
  );
}

/** The services that some policy concerns, in the order of the room. */
function concerned(room, policies) {
  const ids = new Set(policies.flatMap((policy) => policy.services));
  for (const one of room.all("referents")) ids.add(one.service);
  return room.all("services").filter((service) => ids.has(service.id));
}

/** The matrix. */
export function referentsTemplate(desk) {
  const { room } = desk;
  const policies = room.all("policies");
  const services = concerned(room, policies);
  if (!policies.length) return html`<p class="empty-note">${_("Ce séminaire ne prévoit pas de référents.")}</p>`;
  const cells = policies.flatMap((policy) =>
    policy.services.map((service) => room.get("referents", `${policy.id}/${service}`)),
  );
  const named = cells.filter((one) => ["named", "director_agrees", "person_agrees"].includes(one?.state)).length;
  return html`<p class="panel-note">${n_("%(n)s case renseignée", "%(n)s cases renseignées", named, { n: named })} ${_("sur %(total)s", { total: cells.length })}</p>
    <div class="matrix-scroll" tabindex="0" role="region" aria-label=${_("Référents par politique et par service")}><table class="matrix"><thead><tr><th>${_("Politique publique")}</th>
      ${services.map((service) => html`<th scope="col" title=${service.name}>${serviceName(room, service.id)}</th>`)}</tr></thead>
      <tbody>${repeat(
        policies,
        (policy) => policy.id,
        (policy) => html`<tr><th scope="row">${policy.name}</th>
        ${services.map((service) => cellTemplate(desk, policy, service.id))}</tr>`,
      )}</tbody></table></div>`;
}

function cellTemplate(desk, policy, service) {
  const one = desk.room.get("referents", `${policy.id}/${service}`);
  if (!one && !policy.services.includes(service)) return html`<td class="cell-out"></td>`;
  const state = one ? word("referent", one.state) : _("non renseigné");
  const name = _("%(policy)s, %(service)s : %(state)s", {
    policy: policy.name,
    service: serviceName(desk.room, service),
    state,
  });
  return html`<td class="cell-${one?.state ?? "none"}"><button class="cell" aria-label=${name} @click=${() => openReferent(desk, policy, service)}>
    <span class="cell-main">${one?.function || (one ? "" : "·")}</span><span class="cell-state">${one ? state : ""}</span></button></td>`;
}
