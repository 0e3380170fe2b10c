/**
 * Mur: the live wall of contributions, newest first, filtered, without moving under the hand.
 * While the pointer or the focus is on the list, what arrives waits at the door and is counted.
 */
import { html, nothing, ref, repeat } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { admit, wallList } from "./arrivals.js";
import { showTogether } from "./gestures.js";
import { wallLongList } from "./long-lists.js";
import { openPaper } from "./paper-entry.js";
import { openParked, parkedTemplate } from "./parked.js";
import { slipTemplate } from "./slip-card.js";
import { active, matches, NO_FILTER } from "./wall-filters.js";
import { filterBy, mainFilters, otherFilters } from "./wall-head.js";

/** More cards than this would be a dozen pages on the screen: a filter first. */
const TOGETHER = 40;

/** The cards on the wall now, and how many wait. */
export function wallNow(desk) {
  const { room, view } = desk;
  return wallList(room.all("contributions"), (one) => matches(one, view.filters), view.arrivals, view.still);
}

/** Let in what waits, and go back to the top of the list. */
export function letIn(desk) {
  admit(
    desk.view.arrivals,
    desk.room
      .all("contributions")
      .filter((one) => matches(one, desk.view.filters))
      .map((one) => one.id),
  );
  desk.redraw();
  document.getElementById("main")?.scrollTo({ top: 0 });
}

/** The whole area. */
export function wallArea(desk) {
  const { room, view } = desk;
  if (view.filters.state === "points") return pointsArea(desk);
  const { cards, waiting, matching } = wallNow(desk);
  const list = wallLongList(desk);
  const place = (element) => list.place(element);
  const hold = (still) => () => {
    if (view.still === still || view.dialog) return;
    view.still = still || document.querySelector(".wall-list")?.matches(":focus-within, :hover") === true;
    if (!view.still) desk.redraw();
  };
  return html`<section aria-labelledby="wall-title">
    ${headTemplate(desk, matching, cards)}
    ${
      waiting
        ? html`<button class="button button-wide wall-waiting" @click=${() => letIn(desk)}>
      ${n_("%(n)s nouvelle contribution : afficher (A)", "%(n)s nouvelles contributions : afficher (A)", waiting, { n: waiting })}</button>`
        : nothing
    }
    ${
      cards.length
        ? html`<ul class="wall-list" ${ref(place)} @pointerenter=${hold(true)} @pointerleave=${hold(false)} @focusin=${hold(true)} @focusout=${hold(false)}>
      ${repeat(
        list.drawn(cards),
        ({ one }) => one.id,
        (drawn) => slipTemplate(desk, drawn, list),
      )}</ul>`
        : emptyTemplate(desk, room)
    }
  </section>`;
}

/** All that a filter leaves goes to the screen, or off it, in one gesture. */
function togetherTemplate(desk, cards) {
  const some = cards.filter((one) => one.state === "posted");
  if (!active(desk.view.filters) || !some.length || some.length > TOGETHER) return nothing;
  const on = some.some((one) => !one.shown);
  const count = { n: some.length };
  const words = on
    ? n_("Choisir %(n)s carte pour l’écran", "Choisir %(n)s cartes pour l’écran", some.length, count)
    : n_("Retirer %(n)s carte de l’écran", "Retirer %(n)s cartes de l’écran", some.length, count);
  return html`<button class="button button-small" @click=${() => showTogether(desk, some, on)}>${words}</button>`;
}

function headTemplate(desk, matching, cards) {
  return html`<header class="panel-head"><h1 id="wall-title">${_("Mur")}</h1>
      <p class="panel-note" role="status">${n_("%(n)s contribution", "%(n)s contributions", matching, { n: matching })}</p>
      ${mainFilters(desk)}
      <div class="row">
        ${togetherTemplate(desk, cards)}
        <button class="button button-small" @click=${() => openPaper(desk)}>${_("Saisir une feuille")}</button>
        <button class="button button-small" @click=${() => desk.act("screen.show", { scene: "wall" })}>${_("Mur à l’écran")}</button>
      </div></header>
    ${otherFilters(desk)}`;
}

function emptyTemplate(desk, room) {
  if (room.all("contributions").length) {
    return html`<p class="empty-note">${_("Aucune contribution ne correspond à ces filtres.")}
      <button class="button" @click=${() => filterBy(desk, { ...NO_FILTER })}>${_("Lever les filtres")}</button></p>`;
  }
  return html`<p class="empty-note">${_("Le mur est vide. Les contributions arrivent ici dès que l’écriture est ouverte sur les téléphones.")}</p>`;
}

function pointsArea(desk) {
  return html`<section aria-labelledby="wall-title">
    <header class="panel-head"><h1 id="wall-title">${_("Points à traiter ultérieurement")}</h1>
      ${mainFilters(desk)}
      <div class="row"><button class="button button-small" @click=${() => openParked(desk)}>${_("Ajouter un point")}</button></div></header>
    ${parkedTemplate(desk)}</section>`;
}
