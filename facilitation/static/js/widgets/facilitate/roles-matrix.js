/**
 * The role matrix: situations × services, counted from what cadres said of their own service. The
 * findings (two authorities or none, two pilots or none) are said in words beside each situation.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { field, formFoot, onSubmit, options } from "./bits.js";
import { cases, pairs, serviceName, word } from "./words.js";

/** The role that counts for a cell: settled, or else said most often. */
export function roleOf(cell) {
  return cell?.settled_role ?? cell?.roles?.[0]?.[0] ?? null;
}

/** What a situation's cells show: how many authorities and pilots, and levels that differ. */
export function findings(cells) {
  const roles = cells.map(roleOf);
  const lines = [];
  if (!cells.length) return lines;
  const authorities = roles.filter((role) => role === "authority").length;
  const pilots = roles.filter((role) => role === "pilot").length;
  if (authorities === 0) lines.push(_("aucune autorité compétente"));
  if (authorities > 1) lines.push(_("%(n)s autorités compétentes", { n: authorities }));
  if (pilots === 0) lines.push(_("aucun pilote"));
  if (pilots > 1) lines.push(_("%(n)s pilotes", { n: pilots }));
  const levels = new Set(
    cells.flatMap((cell) => (cell.settled_level ? [cell.settled_level] : (cell.levels ?? []).map(([level]) => level))),
  );
  if (levels.size > 1)
    lines.push(
      _("niveaux différents : %(levels)s", { levels: [...levels].map((level) => word("level", level)).join(", ") }),
    );
  return lines;
}

function openCell(desk, one, service) {
  const { room } = desk;
  const cell = room.get("roles", `${one.id}/${service}`) ?? { roles: [], levels: [], contributions: [] };
  const save = async (form) => {
    const answer = await desk.act("role.settle", {
      case: one.id,
      service,
      role: form.role || null,
      level: form.level || null,
    });
    if (answer?.ok) desk.close();
  };
  const texts = (cell.contributions ?? [])
    .map((id) => room.get("contributions", id))
    .filter((text) => text?.state === "posted");
  const counted = (list, family) =>
    list.length ? list.map(([code, n]) => `${word(family, code)} (${n})`).join(", ") : _("non renseigné");
  desk.open(
    _("Situation %(n)s, %(service)s", { n: one.number, service: serviceName(room, service) }),
    () => html`<form class="form" @submit=${onSubmit(save)}>
    <dl class="facts"><dt>${_("Rôle exprimé")}</dt><dd>${counted(cell.roles, "role")}</dd><dt>${_("Niveau exprimé")}</dt><dd>${counted(cell.levels, "level")}</dd></dl>
    <p class="field-help">${_("Positionnement exprimé par des cadres du service.")}</p>
    ${texts.length ? html`<ul class="sources">${texts.map((text) => html`<li><strong>${text.id}</strong> ${text.text}</li>`)}</ul>` : nothing}
    <div class="form-row">
      ${field(_("Rôle retenu en salle"), html`<select name="role">${options(pairs("role"), cell.settled_role ?? "", _("laissé ouvert"))}</select>`)}
      ${field(_("Niveau retenu en salle"), html`<select name="level">${options(pairs("level", room.all("workshop")[0]?.levels), cell.settled_level ?? "", _("laissé ouvert"))}</select>`)}</div>
    ${formFoot(desk, _("Enregistrer"))}</form>`,
  );
}

/** The matrix. */
export function rolesTemplate(desk) {
  const { room } = desk;
  const list = cases(room);
  const cells = room.all("roles");
  const ids = new Set([...list.flatMap((one) => one.services), ...cells.map((cell) => cell.service)]);
  const services = room.all("services").filter((service) => ids.has(service.id));
  return html`<p class="soft">${_("Positionnement exprimé par des cadres des services. Une case vide est « non renseignée » : personne de ce service n’a été interrogé.")}</p>
    <div class="matrix-scroll" tabindex="0" role="region" aria-label=${_("Rôles par situation et par service")}><table class="matrix"><thead><tr><th>${_("Situation")}</th>
      ${services.map((service) => html`<th scope="col" title=${service.name}>${serviceName(room, service.id)}</th>`)}</tr></thead>
      <tbody>${repeat(
        list,
        (one) => one.id,
        (
          one,
        ) => html`<tr><th scope="row">${one.number}. ${one.title}${findingsTemplate(cells.filter((cell) => cell.case === one.id))}</th>
        ${services.map((service) => cellTemplate(desk, one, service.id))}</tr>`,
      )}</tbody></table></div>`;
}

function findingsTemplate(cells) {
  const lines = findings(cells.filter((cell) => roleOf(cell)));
  return lines.length ? html`<span class="finding">${lines.join(" · ")}</span>` : nothing;
}

function cellTemplate(desk, one, service) {
  const cell = desk.room.get("roles", `${one.id}/${service}`);
  const role = roleOf(cell);
  const split = !cell?.settled_role && (cell?.roles?.length ?? 0) > 1;
  const said = role ? word("role", role) : _("non renseigné");
  return html`<td class="cell-role-${role ?? "none"}"><button class="cell" aria-label=${_("Situation %(n)s, %(service)s : %(role)s", { n: one.number, service: serviceName(desk.room, service), role: said })} @click=${() => openCell(desk, one, service)}>
    <span class="cell-main">${role ? said : "·"}</span><span class="cell-state">${cell?.settled_role ? _("arrêté") : split ? _("avis partagés") : (cell?.roles ?? []).reduce((sum, [, n]) => sum + n, 0) || ""}</span></button></td>`;
}
