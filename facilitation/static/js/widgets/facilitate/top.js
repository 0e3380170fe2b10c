/**
 * The head of the console: where the room is, its clock and controls, what the screen shows, what
 * can be undone. It is drawn every second by itself, so that nothing else has to be.
 */

import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { around } from "./agenda-time.js";
import { extend, next, pauseOrResume, toggleSafe } from "./gestures.js";
import { shownInWords } from "./screen-choices.js";
import { clockTemplate, isLive, writingTemplate } from "./top-clock.js";
import { top, topUndone } from "./undo-stack.js";

/** The whole head: where we are, the time, then two rows of what can be done from anywhere. */
export function headTemplate(desk) {
  const { room } = desk;
  const workshop = room.all("workshop")[0];
  const { current, next: following } = around(room.all("steps"), workshop?.step);
  return html`
    <div class="head-where">
      <p class="head-title" title=${workshop?.title ?? ""}>${workshop?.title ?? ""}
        ${workshop?.rehearsal ? html`<span class="badge">${_("Répétition")}</span>` : nothing}</p>
      <p class="head-step" title=${current?.title ?? ""}>${
        current
          ? html`<span class="head-number">${current.position}</span> ${current.title}`
          : _("La journée n’a pas commencé")
      }</p>
      ${peopleTemplate(desk)}
    </div>
    ${current ? clockTemplate(desk, current) : nothing}
    <div class="head-rows">
      <div class="head-row">${controlsTemplate(desk, current)}${nextTemplate(desk, current, following, workshop)}</div>
      <div class="head-row">${screenTemplate(desk)}${undoTemplate(desk)}
        <button class="button button-small head-help" @click=${() => desk.look({ help: true })}
          aria-label=${_("Aide et raccourcis clavier")} title=${_("Aide et raccourcis clavier (?)")}>?</button></div>
    </div>`;
}

function controlsTemplate(desk, step) {
  if (!isLive(step)) return nothing;
  return html`<span class="head-controls">
    <button class="button button-small" @click=${() => pauseOrResume(desk)} title=${_("Touche P")}>
      ${step.state === "paused" ? _("Reprendre") : _("Pause")}</button>
    <span class="minutes">${[-5, -1, 1, 5].map(
      (minutes) => html`<button class="button button-small button-minutes"
      @click=${() => extend(desk, minutes)}
      aria-label=${
        minutes > 0
          ? n_("Ajouter %(n)s minute", "Ajouter %(n)s minutes", minutes, { n: minutes })
          : n_("Retirer %(n)s minute", "Retirer %(n)s minutes", -minutes, { n: -minutes })
      }>${minutes > 0 ? "+" : "−"}${Math.abs(minutes)}</button>`,
    )}</span>
    ${writingTemplate(desk, step, desk.room.now())}</span>`;
}

function nextTemplate(desk, current, following, workshop) {
  if (!following) return html`<span class="soft">${_("Dernière séquence")}</span>`;
  const words = current
    ? _("Suivante : %(title)s", { title: following.title })
    : _("Commencer : %(title)s", { title: following.title });
  return html`<button class="button button-small button-main head-next" ?disabled=${workshop?.state === "closed"}
    @click=${() => next(desk)} title=${_("%(words)s (Maj + →)", { words })}><span>${words}</span></button>`;
}

function screenTemplate(desk) {
  const screen = desk.room.all("screen")[0];
  const safe = screen?.scene === "blank";
  return html`<div class="head-screen">
    <span class="head-label">${_("À l’écran")}</span>
    <button class="head-scene" @click=${() => desk.look({ area: "screen" })}>${shownInWords(screen, desk.room)}</button>
    <button class="button button-small ${safe ? "is-on" : ""}" aria-pressed=${String(safe)} title=${_("Touche B, ou Échap deux fois")}
      @click=${() => toggleSafe(desk)}>${safe ? _("Revenir") : _("Repos")}</button>
  </div>`;
}

function undoTemplate(desk) {
  const [last, back] = [top(desk.stack), topUndone(desk.stack)];
  return html`<div class="head-undo">
    <button class="button button-small" ?disabled=${!last} @click=${desk.undo} title=${last ? `${last.label} (Ctrl + Z)` : ""}>
      ${last ? html`<span class="undo-word">${_("Annuler :")}</span> <span class="undo-what">${last.label}</span>` : _("Rien à annuler")}</button>
    ${back ? html`<button class="button button-small button-quiet" @click=${desk.redo} title=${back.label}>${_("Rétablir")}</button>` : nothing}
  </div>`;
}

function peopleTemplate(desk) {
  const { live, link } = desk.room;
  const words = { online: _("Connecté"), waiting: _("Connexion en cours…"), lost: _("Connexion perdue") };
  const joined = live?.joined ?? 0;
  return html`<p class="head-people"><span class="link link-${link}">${desk.view.pending ? _("Envoi…") : words[link]}</span>
    · ${n_("%(n)s inscrit", "%(n)s inscrits", joined, { n: joined })}
    · ${n_("%(n)s connecté", "%(n)s connectés", live?.present ?? 0, { n: live?.present ?? 0 })}
    ${live?.observers ? html`· ${n_("%(n)s observateur", "%(n)s observateurs", live.observers, { n: live.observers })}` : nothing}</p>`;
}
