/**
 * The head of the console: where the room is, its clock and controls, what the screen shows, what
 * can be undone. It is drawn every second by itself, so that nothing else has to be.
 */
import { html, nothing } from "../../core/dom.js";
import { _, n_ } from "../../core/i18n.js";
import { formatClock, remaining } from "../../core/clock.js";
import { around, drift, driftInWords } from "./agenda-time.js";
import { shownInWords } from "./screen-choices.js";
import { extend, next, pauseOrResume, toggleSafe, toggleWriting } from "./gestures.js";
import { top, topUndone } from "./undo-stack.js";

/** The whole head. */
export function headTemplate(desk) {
  const { room } = desk;
  const workshop = room.all("workshop")[0];
  const { current, next: following } = around(room.all("steps"), workshop?.step);
  return html`
    <div class="head-where">
      <p class="head-title" title=${workshop?.title ?? ""}>${workshop?.title ?? ""}
        ${workshop?.rehearsal ? html`<span class="badge badge-warm">${_("Répétition")}</span>` : nothing}</p>
      <p class="head-step">${current ? html`<span class="head-number">${current.position}</span> ${current.title}`
        : _("La journée n'a pas commencé")}</p>
    </div>
    ${current ? clockTemplate(desk, current) : nothing}
    <div class="head-flow">
      <button class="button button-primary" ?disabled=${!following || workshop?.state === "closed"} @click=${() => next(desk)}
        title=${following ? _("Lancer « {title} » (Maj + →)", { title: following.title }) : ""}>
        ${current ? _("Suivante") : _("Commencer")}</button>
      ${following ? html`<span class="head-next">${following.title}</span>` : html`<span class="head-next">${_("Dernière séquence")}</span>`}
    </div>
    ${screenTemplate(desk)}
    ${undoTemplate(desk)}
    ${peopleTemplate(desk)}
    <button class="button button-quiet head-help" @click=${() => desk.look({ help: true })}
      aria-label=${_("Aide et raccourcis clavier")} title=${_("Aide et raccourcis clavier (?)")}>?</button>`;
}

function clockTemplate(desk, step) {
  const now = desk.room.now();
  const live = step.state === "running" || step.state === "paused";
  const left = live ? remaining(step, now) : 0;
  const late = live && left < 0;
  return html`<div class="head-clock ${late ? "is-late" : ""} ${step.state === "paused" ? "is-paused" : ""}">
    <span class="clock" role="timer" aria-label=${_("Temps restant")}>${live ? formatClock(left) : _("terminée")}</span>
    <span class="head-drift">${step.state === "paused" ? _("en pause") : driftInWords(drift(desk.room.all("steps"), now))}</span>
    ${live ? html`<span class="head-controls">
      <button class="button button-small" @click=${() => pauseOrResume(desk)} title=${_("Touche P")}>
        ${step.state === "paused" ? _("Reprendre") : _("Pause")}</button>
      ${[-5, -1, 1, 5].map((minutes) => html`<button class="button button-small button-minutes"
        @click=${() => extend(desk, minutes)}
        aria-label=${minutes > 0 ? n_("Ajouter {n} minute", "Ajouter {n} minutes", minutes, { n: minutes })
          : n_("Retirer {n} minute", "Retirer {n} minutes", -minutes, { n: -minutes })}>${minutes > 0 ? "+" : "−"}${Math.abs(minutes)}</button>`)}
      ${writingTemplate(desk, step, now)}</span>` : nothing}
  </div>`;
}

function writingTemplate(desk, step, now) {
  const left = step.writing_open && step.writing_ends_at ? step.writing_ends_at - now : null;
  return html`<button class="button button-small ${step.writing_open ? "is-on" : ""}" aria-pressed=${String(step.writing_open)}
    @click=${() => toggleWriting(desk)} title=${_("Touche W")}>${step.writing_open
      ? html`${_("Écriture ouverte")} <span class="clock-small">${left === null ? "" : formatClock(left)}</span>`
      : _("Ouvrir l'écriture")}</button>`;
}

function screenTemplate(desk) {
  const screen = desk.room.all("screen")[0];
  const safe = screen?.scene === "blank";
  return html`<div class="head-screen">
    <span class="head-label">${_("À l'écran")}</span>
    <button class="head-scene" @click=${() => desk.look({ area: "screen" })}>${shownInWords(screen, desk.room)}</button>
    <button class="button button-small ${safe ? "is-on" : ""}" aria-pressed=${String(safe)} title=${_("Touche B, ou Échap deux fois")}
      @click=${() => toggleSafe(desk)}>${safe ? _("Revenir") : _("Repos")}</button>
  </div>`;
}

function undoTemplate(desk) {
  const [last, back] = [top(desk.stack), topUndone(desk.stack)];
  return html`<div class="head-undo">
    <button class="button button-small" ?disabled=${!last} @click=${desk.undo} title=${last ? `${last.label} (Ctrl + Z)` : ""}>
      ${last ? html`<span class="undo-word">${_("Annuler :")}</span> <span class="undo-what">${last.label}</span>` : _("Rien à annuler")}</button>
    ${back ? html`<button class="button button-small button-quiet" @click=${desk.redo} title=${back.label}>${_("Rétablir")}</button>` : nothing}
  </div>`;
}

function peopleTemplate(desk) {
  const { live } = desk.room;
  const words = {
    online: _("En liaison"), waiting: _("Liaison en cours…"), offline: _("Hors liaison"),
  };
  const joined = live?.joined ?? 0;
  return html`<div class="head-people">
    <span class="link link-${desk.room.link}">${desk.view.pending ? _("Envoi…") : words[desk.room.link] ?? ""}</span>
    <span>${n_("{n} inscrit", "{n} inscrits", joined, { n: joined })},
      ${n_("{n} connecté", "{n} connectés", live?.present ?? 0, { n: live?.present ?? 0 })}</span>
    ${live?.observers ? html`<span>${n_("{n} observateur", "{n} observateurs", live.observers, { n: live.observers })}</span>` : nothing}
  </div>`;
}
