/**
 * Écran: choose what the projector shows and see it beforehand. A choice goes to the screen in
 * one gesture; the preview is drawn by the very widgets of the screen page.
 */
import { html } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { toggleSafe, turnPage } from "./gestures.js";
import { pagesShown, previewTemplate } from "./preview.js";
import { scenes, shownInWords } from "./screen-choices.js";
import { sceneTemplate } from "./screen-scenes.js";

/** What the preview shows: the screen as it is, or a scene being tried. */
function captionTemplate(desk, screen) {
  const { trial } = desk.view;
  const words = shownInWords(trial ?? screen, desk.room);
  return trial
    ? html`<strong>${_("Aperçu, pas encore à l’écran :")}</strong> ${words}`
    : _("À l’écran : %(words)s", { words });
}

/** The whole area. */
export function screenArea(desk) {
  const { room } = desk;
  const screen = room.all("screen")[0] ?? {};
  const pages = pagesShown(room);
  return html`<div class="split split-screen">
    <section aria-labelledby="screen-title">
      <header class="panel-head"><h1 id="screen-title">${_("Écran")}</h1><p class="panel-note" role="status">${captionTemplate(desk, screen)}</p></header>
      ${previewTemplate(desk)}
      <div class="row screen-controls">
        <button class="button" ?disabled=${pages.place === 0} @click=${() => turnPage(desk, -1)}>${_("Page précédente")}</button>
        <span class="soft">${_("page %(n)s sur %(all)s", { n: pages.place + 1, all: pages.count })}</span>
        <button class="button" ?disabled=${pages.place + 1 >= pages.count} @click=${() => turnPage(desk, 1)}>${_("Page suivante")}</button>
        <button class="button ${screen.scene === "blank" ? "is-on" : ""}" aria-pressed=${String(screen.scene === "blank")} @click=${() => toggleSafe(desk)}>
          ${screen.scene === "blank" ? _("Revenir à ce qui était affiché") : _("Écran de repos (B)")}</button>
        <button class="button" aria-pressed=${String(Boolean(screen.dark))} @click=${() => desk.act("screen.dim", { dark: !screen.dark })}>${screen.dark ? _("Écran clair") : _("Écran sombre")}</button>
        <a class="button" href="/w/${room.boot.code}/screen" target="_blank" rel="noopener">${_("Ouvrir la page de l’écran")}</a></div>
      <p class="soft">${_("Passez sur une scène pour la voir ici avant de l’afficher. Lancer une séquence affiche la scène qu’elle prévoit.")}</p>
    </section>
    <section class="panel panel-side" aria-labelledby="scenes-title"><h2 id="scenes-title">${_("Afficher")}</h2>
      <ul class="scene-list">${scenes().map((scene) => sceneTemplate(desk, scene, screen))}</ul></section>
  </div>`;
}
