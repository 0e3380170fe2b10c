/**
 * The scenes to choose from: each with what it is about, tried in the preview while the pointer or
 * the focus is on it, sent to the screen by its button.
 */
import { html, nothing } from "../../core/dom.js";
import { _ } from "../../core/i18n.js";
import { inOrder } from "./agenda-time.js";
import { choice, onSubmit } from "./bits.js";
import { showScene } from "./gestures.js";
import { chosenInWords, FIELD_OF } from "./screen-choices.js";
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

/** The record that a scene would be about: on show, picked here, or its own. */
function chosenFor(desk, scene, screen) {
  const shown = screen.scene === scene.id ? screen[FIELD_OF[scene.pick]] : null;
  return shown ?? desk.view.part[`scene-${scene.id}`] ?? ownPick(desk.room, scene.pick, scene.id) ?? "";
}

/** One scene, with the menu of what it can be about. */
export function sceneTemplate(desk, scene, screen) {
  const on = screen.scene === scene.id;
  if (scene.pick === "text") return messageTemplate(desk, scene, screen, on);
  const list = picks(desk.room, scene.pick);
  const chosen = chosenFor(desk, scene, screen);
  const needed = ["step", "case", "vote"].includes(scene.id);
  const payload = (id) => ({ scene: scene.id, ...(id ? { [FIELD_OF[scene.pick]]: id } : {}) });
  const show = (id) => {
    desk.look({ trial: null });
    return showScene(desk, payload(id));
  };
  const pick = (id) => {
    desk.view.part[`scene-${scene.id}`] = id;
    return on ? show(id) : desk.look({ trial: payload(id) });
  };
  const detail =
    scene.id === "wall" ? chosenInWords(desk.room.all("contributions"), on ? screen.kind : null) : scene.detail;
  const tried = () => desk.look({ trial: on ? null : payload(chosen) });
  const left = () => desk.look({ trial: null });
  return html`<li class="scene ${on ? "is-on" : ""}" @pointerenter=${tried} @pointerleave=${left} @focusin=${tried} @focusout=${left}>
    <button class="button scene-show ${on ? "is-on" : ""}" aria-pressed=${String(on)} ?disabled=${needed && !list.length} @click=${() => show(chosen)}>${scene.label}</button>
    ${list.length && scene.id !== "wall" ? nothing : html`<span class="scene-detail soft">${detail}</span>`}
    ${list.length ? html`${choice({ value: chosen, list, empty: needed ? null : _("tout"), label: _("%(scene)s : lequel", { scene: scene.label }), pick })}` : nothing}</li>`;
}

function messageTemplate(desk, scene, screen, on) {
  const show = ({ text }) => showScene(desk, { scene: "message", text: text.trim() });
  return html`<li class="scene ${on ? "is-on" : ""}"><form class="scene-message" @submit=${onSubmit(show)}>
    <button class="button scene-show ${on ? "is-on" : ""}">${scene.label}</button>
    <input type="text" name="text" required maxlength="300" aria-label=${_("Message à l’écran")} placeholder=${_("Reprise à 14 heures")} .value=${on ? screen.text : ""}></form></li>`;
}
