/**
 * One contribution as the facilitator's wall shows it: a paper slip with its number, where it
 * comes from, what became of it, and the gestures on it. The three kinds differ by word and shape.
 */
import { html, nothing, ref } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { tableOf } from "../scenes/speakers.js";
import { linger } from "./arrivals.js";
import { toggleShown } from "./gestures.js";
import { eraseButton, gone, isErased } from "./slip-erase.js";
import { openSetAside, openTags } from "./slip-forms.js";
import { serviceName, word } from "./words.js";

const FRESH_MS = 4000;

/** Where a contribution comes from; table or service, never both: the server sees to it. */
export function origin(room, one) {
  const parts = [
    tableOf(room, one),
    one.service ? serviceName(room, one.service) : "",
    one.signature ?? "",
    one.case ? _("situation %(n)s", { n: room.get("cases", one.case)?.number ?? "" }) : "",
    one.origin ?? "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** What a contribution says beside its text: of whom, through whose eyes, which role, which level. */
export function shape(room, one) {
  const parts = [
    one.addressee ? _("attendu de : %(who)s", { who: serviceName(room, one.addressee) }) : "",
    one.lens ? _("regard : %(who)s", { who: room.get("lenses", one.lens)?.name ?? one.lens }) : "",
    one.role ? word("role", one.role) : "",
    one.level ? _("niveau %(level)s", { level: word("level", one.level) }) : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** The reason of a setting aside, in words. */
export function reasonInWords(reason) {
  const [code, ...remark] = String(reason ?? "").split(": ");
  return remark.length ? `${word("reason", code)}, ${remark.join(": ")}` : word("reason", code);
}

/** Set aside with a reason, or bring back: the same key does both. */
export function setAsideOrRestore(desk, one) {
  linger(desk.view.arrivals, one.id);
  if (one.state === "set_aside") return desk.act("contribution.restore", { contribution: one.id });
  return one.state === "posted" ? openSetAside(desk, one) : null;
}

/** Keep as a point for later. */
export function park(desk, one) {
  if (one.parked) return desk.toast(_("%(id)s figure déjà parmi les points à traiter.", { id: one.id }));
  return desk.act(
    "contribution.park",
    { contribution: one.id },
    { say: _("%(id)s gardée parmi les points à traiter ultérieurement", { id: one.id }) },
  );
}

/**
 * The card, with its place among those of its list.
 * @param {any} desk
 * @param {{one: any, place: number}} drawn
 * @param {import("../../core/long-list.js").LongList} list
 */
export function slipTemplate(desk, { one, place }, list) {
  const { room } = desk;
  const fresh = Date.now() - (room.changed("contributions", one.id) ?? 0) < FRESH_MS;
  const said = shape(room, one);
  return html`<li class="slip slip-${one.kind} wall-slip ${one.shown ? "is-shown" : ""} is-${one.state} ${fresh ? "is-fresh" : ""}" data-card=${one.id} tabindex="0"
      aria-posinset=${place} aria-setsize=${list.ids.length} ${ref(list.card)}
      aria-label="${one.id}, ${word("kind", one.kind)}">
    <p class="slip-head"><span class="slip-kind">${word("kind", one.kind)}</span> <span class="slip-number">${one.id}</span>
      <span class="slip-from">${origin(room, one)}</span></p>
    <p class="slip-text"><bdi>${one.text || html`<em>${gone(one)}</em>`}</bdi></p>
    ${said ? html`<p class="slip-said">${said}</p>` : nothing}
    <p class="slip-fate">${fate(desk, one)}</p>
    ${isErased(one) ? nothing : actions(desk, one)}
  </li>`;
}

function fate(desk, one) {
  const theme = one.theme ? desk.room.get("themes", one.theme) : null;
  const marks = [
    one.shown ? _("à l’écran") : "",
    one.late ? _("arrivée après la séquence") : "",
    one.edited ? _("modifiée par son auteur") : "",
    one.private ? _("pas encore visible de la table") : "",
    one.parked ? _("à traiter ultérieurement") : "",
    one.support ? n_("%(n)s soutien", "%(n)s soutiens", one.support, { n: one.support }) : "",
    one.state === "set_aside" ? _("écartée : %(reason)s", { reason: reasonInWords(one.reason) }) : "",
    ...(one.actions ?? []),
  ].filter(Boolean);
  return html`${theme ? html`<span class="theme-chip theme-${theme.color}">${theme.letter}. <bdi>${theme.name}</bdi></span>` : nothing}
    ${(one.tags ?? []).map((tag) => html`<span class="badge">${word("tag", tag)}</span>`)}
    ${marks.map((mark) => html`<span class="mark">${mark}</span>`)}`;
}

function actions(desk, one) {
  if (one.state === "withdrawn") return html`<div class="slip-actions">${eraseButton(desk, one)}</div>`;
  const aside = one.state === "set_aside";
  return html`<div class="slip-actions">
    ${
      aside
        ? nothing
        : html`
      <button class="button button-small ${one.shown ? "is-on" : ""}" aria-pressed=${String(Boolean(one.shown))} @click=${() => toggleShown(desk, one)}>${_("À l’écran")}</button>
      <button class="button button-small button-quiet" @click=${() => openTags(desk, one)}>${_("Étiqueter")}</button>
      <button class="button button-small button-quiet" ?disabled=${one.parked} @click=${() => park(desk, one)}>${_("Plus tard")}</button>`
    }
    <button class="button button-small button-quiet" @click=${() => setAsideOrRestore(desk, one)}>${aside ? _("Rétablir") : _("Écarter")}</button>
    ${aside ? eraseButton(desk, one) : nothing}
  </div>`;
}
