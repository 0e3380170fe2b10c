/**
 * Écran: choose what the projector shows and see it beforehand. A choice goes to the screen in
 * one gesture; the preview is drawn by the very widgets of the screen page.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { inOrder } from "./agenda-time.js";
import { choice, onSubmit } from "./bits.js";
import { showScene, toggleSafe, turnPage } from "./gestures.js";
import { previewTemplate } from "./preview.js";
import { chosenInWords, FIELD_OF, scenes, shownInWords } from "./screen-choices.js";
import { cases, pairs, recordPairs, themes } from "./words.js";

/** The records that a scene may be about, as pairs. */
function picks(room, pick) {
  switch (pick) {
    case "steps":
      return recordPairs(inOrder(room.all("steps")), (one) => one.title);
    case "cases":
      return recordPairs(cases(room), (one) => `${one.number}. ${one.title}`);
    case "themes":
      return recordPairs(themes(room), (one) => `${one.letter}. ${one.name}`);
    case "ballots":
      return recordPairs(
        room.all("ballots").filter((one) => ["open", "closed"].includes(one.state)),
        (one) => one.question || one.id,
      );
    case "statements":
      return recordPairs(
        room.all("statements").filter((one) => one.state !== "removed"),
        (one) => `${one.id}, ${one.subject}`,
      );
    case "actions":
      return recordPairs(
        room.all("actions").filter((one) => one.state === "live"),
        (one) => `${one.id}, ${one.title}`,
      );
    case "kinds":
      return pairs("kind");
    default:
      return [];
  }
}

/** What a scene is about when nobody says otherwise. */
export function ownPick(room, pick, scene = pick) {
  if (scene === "roles") return null;
  const step = room.get("steps", room.all("workshop")[0]?.step);
  if (pick === "steps") return step?.id ?? null;
  if (pick === "ballots")
    return [...room.all("ballots")].reverse().find((one) => ["open", "closed"].includes(one.state))?.id ?? null;
  if (pick === "cases") return cases(room).find((one) => one.opened)?.id ?? cases(room)[0]?.id ?? null;
  return null;
}

/** The whole area. */
export function screenArea(desk) {
  const { room } = desk;
  const screen = room.all("screen")[0] ?? {};
  return html`<div class="split split-screen">
    <section aria-labelledby="screen-title">
      <header class="panel-head"><h1 id="screen-title">${_("Écran")}</h1><p class="panel-note">${shownInWords(screen, room)}</p></header>
      ${previewTemplate(desk)}
      <div class="row screen-controls">
        <button class="button" ?disabled=${!screen.page} @click=${() => turnPage(desk, -1)}>${_("Page précédente")}</button>
        <span class="soft">${_("page %(n)s", { n: (screen.page ?? 0) + 1 })}</span>
        <button class="button" @click=${() => turnPage(desk, 1)}>${_("Page suivante")}</button>
        <button class="button ${screen.scene === "blank" ? "is-on" : ""}" aria-pressed=${String(screen.scene === "blank")} @click=${() => toggleSafe(desk)}>
          ${screen.scene === "blank" ? _("Revenir à ce qui était affiché") : _("Écran de repos (B)")}</button>
        <button class="button" aria-pressed=${String(Boolean(screen.dark))} @click=${() => desk.act("screen.dim", { dark: !screen.dark })}>${screen.dark ? _("Écran clair") : _("Écran sombre")}</button>
        <a class="button" href="/w/${room.boot.code}/screen" target="_blank" rel="noopener">${_("Ouvrir la page de l’écran")}</a></div>
      <p class="soft">${_("L’aperçu est l’écran lui-même, en petit. Lancer une séquence affiche la scène qu’elle prévoit.")}</p>
    </section>
    <section class="panel panel-side" aria-labelledby="scenes-title"><h2 id="scenes-title">${_("Afficher")}</h2>
      <ul class="scene-list">${scenes().map((scene) => sceneTemplate(desk, scene, screen))}</ul></section>
  </div>`;
}

/** The record that a scene would be about: on show, picked here, or its own. */
function chosenFor(desk, scene, screen) {
  const shown = screen.scene === scene.id ? screen[FIELD_OF[scene.pick]] : null;
  return shown ?? desk.view.part[`scene-${scene.id}`] ?? ownPick(desk.room, scene.pick, scene.id) ?? "";
}

function sceneTemplate(desk, scene, screen) {
  const on = screen.scene === scene.id;
  if (scene.pick === "text") return messageTemplate(desk, scene, screen, on);
  const list = picks(desk.room, scene.pick);
  const chosen = chosenFor(desk, scene, screen);
  const needed = ["step", "case", "vote"].includes(scene.id);
  const show = (id) => showScene(desk, { scene: scene.id, ...(id ? { [FIELD_OF[scene.pick]]: id } : {}) });
  const pick = (id) => {
    desk.view.part[`scene-${scene.id}`] = id;
    return on ? show(id) : desk.redraw();
  };
  const detail =
    scene.id === "wall" ? chosenInWords(desk.room.all("contributions"), on ? screen.kind : null) : scene.detail;
  return html`<li class="scene ${on ? "is-on" : ""}"><button class="button scene-show ${on ? "is-on" : ""}" aria-pressed=${String(on)} ?disabled=${needed && !list.length} @click=${() => show(chosen)}>${scene.label}</button>
    ${list.length && scene.id !== "wall" ? nothing : html`<span class="scene-detail soft">${detail}</span>`}
    ${list.length ? html`${choice({ value: chosen, list, empty: needed ? null : _("tout"), label: _("%(scene)s : lequel", { scene: scene.label }), pick })}` : nothing}</li>`;
}

function messageTemplate(desk, scene, screen, on) {
  const show = ({ text }) => showScene(desk, { scene: "message", text: text.trim() });
  return html`<li class="scene ${on ? "is-on" : ""}"><form class="scene-message" @submit=${onSubmit(show)}>
    <button class="button scene-show ${on ? "is-on" : ""}">${scene.label}</button>
    <input type="text" name="text" required maxlength="300" aria-label=${_("Message à l’écran")} placeholder=${_("Reprise à 14 heures")} .value=${on ? screen.text : ""}></form></li>`;
}
