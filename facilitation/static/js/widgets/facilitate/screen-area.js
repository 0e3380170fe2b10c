/**
 * Écran: choose what the projector shows and see it beforehand. A choice goes to the screen in
 * one gesture; the preview is drawn by the very widgets of the screen page.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { onSubmit, options } from "./bits.js";
import { showScene, toggleSafe, turnPage } from "./gestures.js";
import { previewTemplate } from "./preview.js";
import { FIELD_OF, chosenInWords, scenes, shownInWords } from "./screen-choices.js";
import { inOrder } from "./agenda-time.js";
import { cases, pairs, recordPairs, themes } from "./words.js";

/** The records that a scene may be about, as pairs. */
function picks(room, pick) {
  switch (pick) {
    case "steps": return recordPairs(inOrder(room.all("steps")), (one) => one.title);
    case "cases": return recordPairs(cases(room), (one) => `${one.number}. ${one.title}`);
    case "themes": return recordPairs(themes(room), (one) => `${one.letter}. ${one.name}`);
    case "ballots": return recordPairs(room.all("ballots").filter((one) => ["open", "closed"].includes(one.state)), (one) => one.question || one.id);
    case "statements": return recordPairs(room.all("statements").filter((one) => one.state !== "removed"), (one) => `${one.id}, ${one.subject}`);
    case "actions": return recordPairs(room.all("actions").filter((one) => one.state === "live"), (one) => `${one.id}, ${one.title}`);
    case "kinds": return pairs("kind");
    default: return [];
  }
}

/** What a scene is about when nobody says otherwise. */
export function ownPick(room, pick) {
  const step = room.get("steps", room.all("workshop")[0]?.step);
  if (pick === "steps") return step?.id ?? null;
  if (pick === "ballots") return [...room.all("ballots")].reverse().find((one) => ["open", "closed"].includes(one.state))?.id ?? null;
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
        <span class="quiet">${_("page {n}", { n: (screen.page ?? 0) + 1 })}</span>
        <button class="button" @click=${() => turnPage(desk, 1)}>${_("Page suivante")}</button>
        <button class="button ${screen.scene === "blank" ? "is-on" : ""}" aria-pressed=${String(screen.scene === "blank")} @click=${() => toggleSafe(desk)}>
          ${screen.scene === "blank" ? _("Revenir à ce qui était affiché") : _("Écran de repos (B)")}</button>
        <button class="button" aria-pressed=${String(Boolean(screen.dark))} @click=${() => desk.act("screen.dim", { dark: !screen.dark })}>${screen.dark ? _("Écran clair") : _("Écran sombre")}</button></div>
      <p class="quiet">${_("L'aperçu est l'écran lui-même, en petit. Lancer une séquence affiche la scène qu'elle prévoit.")}</p>
    </section>
    <section class="panel panel-side" aria-labelledby="scenes-title"><h2 id="scenes-title">${_("Afficher")}</h2>
      <ul class="scene-list">${scenes().map((scene) => sceneTemplate(desk, scene, screen))}</ul></section>
  </div>`;
}

function sceneTemplate(desk, scene, screen) {
  const on = screen.scene === scene.id;
  if (scene.pick === "text") return messageTemplate(desk, scene, screen, on);
  const list = scene.pick ? picks(desk.room, scene.pick) : [];
  const key = FIELD_OF[scene.pick];
  const chosen = (on ? screen[key] : desk.view.part[`scene-${scene.id}`]) ?? ownPick(desk.room, scene.pick) ?? "";
  const show = (id) => showScene(desk, { scene: scene.id, ...(id ? { [key]: id } : {}) });
  const needed = ["steps", "cases", "ballots"].includes(scene.pick) && scene.id !== "roles";
  const missing = needed && !list.length;
  const pick = (event) => {
    desk.view.part[`scene-${scene.id}`] = event.target.value;
    if (on) show(event.target.value);
  };
  return html`<li class="scene ${on ? "is-on" : ""}"><button class="button scene-show ${on ? "is-on" : ""}" aria-pressed=${String(on)} ?disabled=${missing} @click=${() => show(chosen)}>${scene.label}</button>
    <span class="scene-detail quiet">${scene.id === "wall" ? chosenInWords(desk.room.all("contributions"), on ? screen.kind : null) : scene.detail}</span>
    ${list.length ? html`<select aria-label=${_("{scene} : lequel", { scene: scene.label })} @change=${pick}>${options(list, chosen, needed ? null : _("tout"))}</select>` : nothing}</li>`;
}

function messageTemplate(desk, scene, screen, on) {
  const show = ({ text }) => showScene(desk, { scene: "message", text: text.trim() });
  return html`<li class="scene ${on ? "is-on" : ""}"><form class="scene-message" @submit=${onSubmit(show)}>
    <button class="button scene-show ${on ? "is-on" : ""}">${scene.label}</button>
    <input name="text" required maxlength="300" aria-label=${_("Message à l'écran")} placeholder=${_("Reprise à 14 heures")} .value=${on ? screen.text : ""}></form></li>`;
}
