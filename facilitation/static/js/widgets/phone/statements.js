/** Dires de l'État: those proposed, a réserve of my service, a proposal of my table. */
import { html, live, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { draft } from "../../core/drafts.js";
import { nameOf } from "../../core/names.js";

/** @returns {[string, string][]} */
function fields() {
  return [
    ["subject", _("Sujet")],
    ["audience", _("Destinataires")],
    ["says", _("Ce que l’État dit")],
    ["does_not_say", _("Ce qu’il ne dit pas")],
    ["carried_by", _("Qui le porte")],
    ["competence", _("Réserve de compétence")],
  ];
}

/** @param {import("./desk.js").Desk} desk */
export function statements(desk) {
  const known = desk.room.all("statements");
  const open = desk.step()?.allows?.includes("statement");
  if (!open && !known.length) return nothing;
  return html`<section aria-labelledby="dires-title">
    <h2 id="dires-title">${_("Dire de l’État")}</h2>
    <ul class="slips">
      ${known.map((one) => card(desk, one))}
    </ul>
    ${open ? proposal(desk) : nothing}
  </section>`;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function card(desk, one) {
  const kept = draft(desk.draftKey(`reserve.${one.id}`));
  const mine = one.reserves.find((/** @type {any} */ reserve) => reserve.service === desk.me()?.service);
  const typed = (/** @type {any} */ event) => kept.write(event.target.value);
  const sign = async () => {
    const answer = await desk.send("statement.reserve", { statement: one.id, text: kept.read() ?? mine?.text ?? "" });
    if (answer.ok) kept.clear();
    if (answer.ok) desk.toast(_("Réserve enregistrée au nom de votre service."));
    desk.draw();
  };
  return html`<li class="slip">
    <p class="slip-head"><span class="slip-number">${one.id}</span> <span>${nameOf("statements", one.state)}</span></p>
    <h3>${one.subject}</h3>
    ${fields()
      .slice(1)
      .filter(([name]) => one[name])
      .map(([name, label]) => html`<p><strong>${label}</strong> : <bdi>${one[name]}</bdi></p>`)}
    ${one.reserves.map(
      (/** @type {any} */ reserve) => html`<p class="notice">
        ${_("Réserve de %(who)s :", { who: desk.room.get("services", reserve.service)?.short ?? reserve.service })}
        <bdi>${reserve.text}</bdi>
      </p>`,
    )}
    ${desk.who()
      ? html`<details>
          <summary class="small">${_("Signer une réserve au nom de mon service")}</summary>
          <div class="field">
            <label for="res-${one.id}">${_("Réserve (vide pour la lever)")}</label>
            <textarea id="res-${one.id}" rows="2" .value=${live(kept.read() ?? mine?.text ?? "")} @input=${typed}></textarea>
          </div>
          <button class="button" @click=${sign}>${_("Enregistrer")}</button>
        </details>`
      : nothing}
  </li>`;
}

/** @param {import("./desk.js").Desk} desk */
function proposal(desk) {
  const kept = draft(desk.draftKey("statement"));
  const held = kept.read() ?? {};
  const write = (/** @type {string} */ name) => (/** @type {any} */ event) =>
    kept.write({ ...(kept.read() ?? {}), [name]: event.target.value });
  const send = async () => {
    const answer = await desk.send("statement.propose", kept.read() ?? { subject: "", says: "" });
    if (!answer.ok) return;
    kept.clear();
    desk.toast(_("Dire de l’État proposé : %(id)s.", { id: answer.result.id }));
    desk.draw();
  };
  return html`<details class="panel">
    <summary>${_("Proposer un dire de l’État, au nom de la table")}</summary>
    ${fields().map(
      ([name, label]) => html`<div class="field">
        <label for="dire-${name}">${label}</label>
        <textarea id="dire-${name}" rows=${name === "says" ? 3 : 1} .value=${live(held[name] ?? "")} @input=${write(name)}></textarea>
      </div>`,
    )}
    <button class="button button-main button-wide" @click=${send}>${_("Proposer")}</button>
  </details>`;
}
