/**
 * The frame of the console: banners, the list of areas, the area itself, the side with what the
 * others do, dialogs and notices. It holds no rule and sends no command.
 */
import { html, nothing, repeat } from "../../core/dom.js";
import { _, timeOfDay } from "../../core/i18n.js";
import { agendaArea } from "./agenda.js";
import { bannersTemplate } from "./banners.js";
import { fresh } from "./bits.js";
import { boardArea } from "./board.js";
import { documentsArea } from "./documents.js";
import { helpTemplate } from "./help.js";
import { peopleArea } from "./people.js";
import { planArea } from "./plan.js";
import { previewTemplate } from "./preview.js";
import { railTemplate } from "./rail.js";
import { rolesArea } from "./roles.js";
import { screenArea } from "./screen-area.js";
import { voteArea } from "./vote.js";
import { wallArea } from "./wall.js";

const LATEST_MS = 30_000;

const DRAW = {
  agenda: agendaArea,
  people: peopleArea,
  wall: wallArea,
  board: boardArea,
  vote: voteArea,
  plan: planArea,
  roles: rolesArea,
  screen: screenArea,
  documents: documentsArea,
};

/** The width under which the side is not shown (facilitate.css). */
const NARROW = "(max-width: 1500px)";

function sideTemplate(desk) {
  // A scene laid out for nobody's eyes costs as much as one that is seen.
  if (matchMedia(NARROW).matches) return nothing;
  const { lines } = desk.journal;
  return html`
    <h2 class="side-title">${_("À l’écran")}</h2>
    ${desk.view.area === "screen" ? html`<p class="soft">${_("Aperçu ci-contre.")}</p>` : previewTemplate(desk)}
    <h2 class="side-title">${_("Les autres animateurs")}</h2>
    ${
      lines.length
        ? html`<ul class="journal">${repeat(
            lines.slice(0, 14),
            (line) => `${line.at}/${line.key}`,
            (line) => html`<li><time>${timeOfDay(line.at)}</time> ${line.text}</li>`,
          )}</ul>`
        : html`<p class="soft">${_("Rien de nouveau de leur côté.")}</p>`
    }`;
}

function dialogTemplate(desk) {
  const { dialog } = desk.view;
  return dialog
    ? html`<div class="dialog-head"><h2 class="dialog-title">${dialog.title}</h2>
    <button type="button" class="button button-quiet" @click=${desk.close} aria-label=${_("Fermer")}>✕</button></div>
    ${fresh(dialog, dialog.body())}`
    : nothing;
}

function toastsTemplate(desk) {
  return repeat(
    desk.view.toasts,
    (one) => one.key,
    (one) => html`<p class="toast toast-${one.tone}"
    role=${one.tone === "alarm" ? "alert" : "status"}>${one.text}
    <button class="toast-close" aria-label=${_("Fermer")}
      @click=${() => desk.look({ toasts: desk.view.toasts.filter((kept) => kept !== one) })}>✕</button></p>`,
  );
}

/** Where there is no side: the latest deed of another facilitator, for half a minute. */
function latestTemplate(desk) {
  const [line] = desk.journal.lines;
  if (!line || desk.room.now() - line.at > LATEST_MS) return nothing;
  return html`<p class="main-journal">${_("Un autre animateur : %(text)s", { text: line.text })}</p>`;
}

/** What goes into each place of the page. */
export const PARTS = {
  "console-banners": bannersTemplate,
  "console-rail": railTemplate,
  main: (desk) =>
    fresh(
      desk.view.area,
      html`
    ${latestTemplate(desk)}
    ${DRAW[desk.view.area](desk)}`,
    ),
  "console-side": sideTemplate,
  "console-dialog": (desk) => (desk.view.help ? helpTemplate(desk) : dialogTemplate(desk)),
  "console-toasts": toastsTemplate,
};
