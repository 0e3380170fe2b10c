/** One contribution on a phone, as a slip of paper; what became of it, in words. */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { nameOf } from "../../core/names.js";
import { tableOf } from "../scenes/speakers.js";

const NEW_FOR = 3_000;

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 * @param {{foot?: unknown, actions?: unknown}} [parts]
 */
export function slip(desk, one, { foot = nothing, actions = nothing } = {}) {
  const arrived = one.id ? Date.now() - desk.room.changed("contributions", one.id) < NEW_FOR : false;
  return html`
    <li class="slip slip-${one.kind} ${arrived ? "is-new" : ""}">
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
  const whom = (/** @type {string} */ id) => (id === "state" ? _("l’État") : desk.service(id));
  const number = desk.room.get("cases", one.case)?.number;
  const parts = [
    number ? _("situation %(n)s", { n: number }) : "",
    one.addressee ? _("attendu de : %(who)s", { who: whom(one.addressee) }) : "",
    one.lens ? _("regard : %(who)s", { who: desk.room.get("lenses", one.lens)?.name ?? one.lens }) : "",
    one.for_table ? voice(desk, one) : "",
    desk.service(one.service),
    nameOf("roles", one.role),
    nameOf("levels", one.level),
    ...(one.tags ?? []).map((/** @type {string} */ tag) => nameOf("tags", tag)),
  ].filter(Boolean);
  return parts.length ? html`<span>${parts.join(" · ")}</span>` : nothing;
}

/**
 * In the name of one's own table, or of another whose text is on the screen.
 * @param {import("./desk.js").Desk} desk
 * @param {any} one
 */
function voice(desk, one) {
  const ours = !one.table || one.table === desk.room.boot.table;
  return ours ? _("au nom de la table") : tableOf(desk.room, one);
}
