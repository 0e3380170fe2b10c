/**
 * Rôles et dire de l'État: four quiet tabs of one area. The matrices and the statements each have
 * their own file; here are the tabs and the missions.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { bound } from "./bits.js";
import { referentsTemplate } from "./referents.js";
import { rolesTemplate } from "./roles-matrix.js";
import { statementsTemplate } from "./statements.js";
import { serviceName } from "./words.js";

/** @returns {Array<[string, string, (desk: any) => unknown]>} name, title, drawing */
const TABS = () => [
  ["statements", _("Dire de l’État"), statementsTemplate],
  ["referents", _("Référents porteurs"), referentsTemplate],
  ["roles", _("Rôles sur les situations"), rolesTemplate],
  ["missions", _("Missions"), missionsTemplate],
];

/** The whole area. */
export function rolesArea(desk) {
  const tabs = TABS();
  const [id, title, draw] = tabs.find(([name]) => name === desk.view.part.roles) ?? tabs[0];
  return html`<section aria-labelledby="roles-title">
    <header class="panel-head"><h1 id="roles-title">${title}</h1>
      <div class="tabs">${tabs.map(
        ([name, label]) => html`<button class="tab" aria-pressed=${String(name === id)}
        @click=${() => desk.look({ part: { ...desk.view.part, roles: name } })}>${label}</button>`,
      )}</div>
      ${id === "missions" ? nothing : html`<button class="button button-small" @click=${() => desk.act("screen.show", { scene: id })}>${_("À l’écran")}</button>`}</header>
    ${draw(desk)}
  </section>`;
}

async function saveMissions(desk, service, element) {
  element.dataset.dirty = "yes";
  const answer = await desk.act("missions.correct", { service: service.id, text: element.value });
  if (answer?.ok) delete element.dataset.dirty;
}

function missionsTemplate(desk) {
  const services = desk.room.all("services");
  const typing = (event) => {
    event.target.dataset.dirty = "yes";
  };
  return html`<p class="soft">${_("Une ou deux lignes par service. Chaque service peut corriger la sienne depuis son téléphone.")}</p>
    <ul class="missions">${repeat(
      services,
      (one) => one.id,
      (one) => html`<li class="mission">
      <label class="field"><span class="field-label">${serviceName(desk.room, one.id)} <span class="soft">${one.short && one.short !== one.name ? one.name : ""}</span></span>
      <textarea rows="2" ${bound(one.missions)} @input=${typing} @change=${(event) => saveMissions(desk, one, event.target)}></textarea></label></li>`,
    )}</ul>`;
}
