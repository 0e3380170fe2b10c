/** One contribution on a phone, as a slip of paper. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 * @param {{foot?: unknown, actions?: unknown}} [parts]
 */
export function slip(desk, one, { foot = nothing, actions = nothing } = {}) {
  return html`
    <li class="slip slip-${one.kind}">
      <p class="slip-head">
        <span class="slip-kind">${nameOf("kinds", one.kind)}</span>
        ${one.id ? html`<span class="slip-number">${one.id}</span>` : nothing} ${details(desk, one)}
      </p>
      <p class="slip-text"><bdi>${one.text}</bdi></p>
      <div class="slip-foot">${foot}</div>
      <div class="slip-actions">${actions}</div>
    </li>
  `;
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function details(desk, one) {
  const service = (/** @type {string} */ id) =>
    id === "state" ? _("l’État") : (desk.room.get("services", id)?.short ?? id);
  const parts = [
    one.addressee ? _("attendu de %(who)s", { who: service(one.addressee) }) : "",
    one.lens ? _("regard : %(who)s", { who: desk.room.get("lenses", one.lens)?.name ?? one.lens }) : "",
    one.service ? service(one.service) : "",
    nameOf("roles", one.role),
    nameOf("levels", one.level),
    ...(one.tags ?? []).map((/** @type {string} */ tag) => nameOf("tags", tag)),
  ].filter(Boolean);
  return parts.length ? html`<span>${parts.join(" · ")}</span>` : nothing;
}

/**
 * What became of a contribution, in words.
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 * @returns {string}
 */
export function outcome(desk, one) {
  if (one.state === "withdrawn") return _("Retirée");
  if (one.state === "set_aside") {
    const [reason, remark] = String(one.reason ?? "other").split(": ");
    return _("Écartée : %(reason)s", { reason: remark ?? nameOf("reasons", reason) });
  }
  const theme = one.theme ? desk.room.get("themes", one.theme)?.name : "";
  const parts = [
    one.actions?.length ? _("Reprise dans %(list)s", { list: one.actions.join(", ") }) : "",
    theme ? _("Thème : %(name)s", { name: theme }) : "",
    one.parked ? _("À traiter ultérieurement") : "",
    one.shown ? _("Au tableau") : "",
    one.late ? _("Reçue après la séquence") : "",
  ].filter(Boolean);
  return parts.join(" · ");
}
