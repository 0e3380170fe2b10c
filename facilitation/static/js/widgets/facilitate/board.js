/**
 * Thèmes: the board. Unthemed texts on the left with a search, a column per theme; cards go by
 * drag or by keyboard, in ones or in the number chosen. Draws; `board-gestures.js` acts.
 */
import { html, nothing, ref, repeat } from "../../core/dom.js";
import { dragList } from "../../core/drag.js";
import { _, n_ } from "../../core/i18n.js";
import { choice } from "./bits.js";
import { cardTemplate } from "./board-card.js";
import { openFile } from "./board-filing.js";
import { drop, release, take } from "./board-gestures.js";
import { columns, searched, UNTHEMED } from "./board-ops.js";
import { columnList } from "./long-lists.js";
import { openNew, openTheme } from "./theme-forms.js";
import { openMerge, splitOff } from "./theme-joins.js";
import { pairs } from "./words.js";

/** What the board holds now. */
export function boardNow(desk) {
  const { room, view } = desk;
  return columns(room.all("themes"), room.all("contributions"), view.hand);
}

/** The whole area. */
export function boardArea(desk) {
  // Under a card in the air, lists may have to show more of themselves, but nothing else of them changes.
  if (!desk.view.held) desk.view.board = boardNow(desk);
  const { chosen, board } = desk.view;
  return html`<section class="board-area" aria-labelledby="board-title">
    <header class="panel-head"><h1 id="board-title">${_("Thèmes")}</h1>
      <p class="panel-note">${n_("%(n)s thème", "%(n)s thèmes", board.themes.length, { n: board.themes.length })},
        ${n_("%(n)s contribution sans thème", "%(n)s contributions sans thème", board.without.length, { n: board.without.length })}</p>
      <div class="row">
        <button class="button button-small button-main" @click=${() => openNew(desk)}>${
          chosen.size
            ? n_("Nouveau thème avec %(n)s carte", "Nouveau thème avec %(n)s cartes", chosen.size, { n: chosen.size })
            : _("Nouveau thème")
        }</button>
        ${
          chosen.size
            ? html`<button class="button button-small" @click=${() => openFile(desk, [...chosen])}>${_("Ranger la sélection (T)")}</button>
          <button class="button button-small button-quiet" @click=${() => desk.look({ chosen: new Set() })}>${_("Tout désélectionner")}</button>`
            : nothing
        }
        <button class="button button-small" @click=${() => desk.act("screen.show", { scene: "themes" })}>${_("Thèmes à l’écran")}</button>
      </div></header>
    <div class="board">${withoutTemplate(desk, board.without)}
      <div class="board-themes">${
        board.themes.length
          ? repeat(
              board.themes,
              ({ theme }) => theme.id,
              (column) => columnTemplate(desk, column),
            )
          : html`<p class="empty-note">${_("Aucun thème. Sélectionnez des cartes (X), puis créez un thème (N).")}</p>`
      }</div></div>
  </section>`;
}

function listTemplate(desk, theme, cards, empty) {
  const options = {
    group: "board",
    items: "[data-card]",
    onStart: (card) => take(desk, card.dataset.card),
    onDrop: (...[, to]) => drop(desk, to.dataset.list),
    onEnd: () => release(desk),
  };
  const list = columnList(desk, theme);
  const place = (element) => list.place(element);
  return html`<ul class="board-list" data-list=${theme} ${ref(dragList(options))} ${ref(place)}>
    ${repeat(
      list.drawn(cards, desk.view.held !== null),
      ({ one }) => one.id,
      (drawn) => cardTemplate(desk, drawn, list),
    )}${cards.length ? nothing : html`<li class="soft column-empty">${empty}</li>`}</ul>`;
}

function withoutTemplate(desk, cards) {
  const { searches } = desk.view;
  const look = (changes) => desk.look({ searches: { ...searches, ...changes } });
  const kept = searched(cards, searches.board ?? "", searches.boardKind ?? "");
  return html`<section class="board-column board-without" data-theme=${UNTHEMED} aria-labelledby="without-title">
    <header class="column-head"><h2 id="without-title" class="column-name">${_("Sans thème")}</h2><span class="column-count">${kept.length}</span></header>
    <div class="column-search">
      <input type="search" class="search" aria-label=${_("Chercher parmi les cartes sans thème")} placeholder=${_("Texte ou numéro")}
        .value=${searches.board ?? ""} @input=${(event) => look({ board: event.target.value })}>
      ${choice({ value: searches.boardKind, list: pairs("kind"), empty: _("toutes"), label: _("Nature"), pick: (boardKind) => look({ boardKind }) })}</div>
    ${listTemplate(desk, UNTHEMED, kept, cards.length ? _("Rien ne correspond à cette recherche.") : _("Toutes les cartes sont rangées."))}
  </section>`;
}

function columnTemplate(desk, { theme, cards }) {
  const mine = cards.filter((one) => desk.view.chosen.has(one.id));
  const theirs = desk.journal.recent(`themes/${theme.id}`);
  return html`<section class="board-column theme-${theme.color} ${theirs ? "is-theirs" : ""}" data-theme=${theme.id} aria-label=${theme.name}>
    <div class="theme-band"></div>
    <header class="column-head">
      <button class="column-title" @click=${() => openTheme(desk, theme)} title=${_("Modifier le thème (F2)")}>
        <span class="theme-mark">${theme.letter}</span> <span class="column-name">${theme.name}</span></button>
      <span class="column-count">${cards.length}</span></header>
    ${theme.subtitle ? html`<p class="column-subtitle">${theme.subtitle}</p>` : nothing}
    ${theme.note ? html`<p class="column-note">${theme.note}</p>` : nothing}
    <div class="column-tools">
      <button class="button button-small button-quiet" @click=${() => openMerge(desk, theme)}>${_("Fusionner")}</button>
      <button class="button button-small button-quiet" ?disabled=${!mine.length} title=${mine.length ? "" : _("Sélectionnez d’abord des cartes de ce thème")}
        @click=${() => splitOff(desk, theme, mine)}>${_("Diviser")}</button>
      <button class="button button-small button-quiet" @click=${() => desk.act("screen.show", { scene: "themes", theme: theme.id })}>${_("À l’écran")}</button></div>
    ${listTemplate(desk, theme.id, cards, _("Déposez des cartes ici."))}
  </section>`;
}
