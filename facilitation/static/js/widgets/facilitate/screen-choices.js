/**
 * What the projector can be asked to show, with the choices each scene needs, and how to come
 * back from the safe scene. Pure; the scenes themselves are drawn by `widgets/scenes`.
 */
import { _, n_ } from "../../core/i18n.js";

/** The scenes by group, each with the reference it can take (`pick`). */
export function scenes() {
  return [
    { id: "join", label: _("Rejoindre"), detail: _("Adresse, code, Wi-Fi") },
    { id: "step", label: _("Séquence"), detail: _("Consigne et horloge"), pick: "steps" },
    { id: "case", label: _("Situation"), detail: _("Contexte et questions"), pick: "cases" },
    { id: "wall", label: _("Mur"), detail: _("Contributions choisies"), pick: "kinds" },
    { id: "themes", label: _("Thèmes"), detail: _("Tous, ou un seul"), pick: "themes" },
    { id: "vote", label: _("Priorisation"), detail: _("Participation, puis résultat"), pick: "ballots" },
    { id: "roles", label: _("Rôles"), detail: _("Services et situations"), pick: "cases" },
    { id: "referents", label: _("Référents"), detail: _("Politiques et services") },
    { id: "statements", label: _("Dire de l’État"), detail: _("Tous, ou un seul"), pick: "statements" },
    { id: "plan", label: _("Plan d’action"), detail: _("Relecture, fiche par fiche"), pick: "actions" },
    { id: "return", label: _("Retour du préfet"), detail: _("Thèmes, actions, arbitrages") },
    { id: "message", label: _("Message"), detail: _("Quelques mots à la salle"), pick: "text" },
    { id: "blank", label: _("Écran de repos"), detail: _("Rien que le titre") },
  ];
}

/** The name of the reference field that each pick fills in `screen.show`. */
export const FIELD_OF = Object.freeze({
  steps: "step",
  cases: "case",
  kinds: "kind",
  themes: "theme",
  ballots: "ballot",
  statements: "statement",
  actions: "action",
  text: "text",
});

const REFERENCES = ["step", "case", "ballot", "theme", "action", "statement", "kind"];

/** A screen record as the payload that brings it back. */
export function payloadOf(screen) {
  const payload = { scene: screen.scene, page: screen.page ?? 0, text: screen.text ?? "" };
  for (const name of REFERENCES) if (screen[name]) payload[name] = screen[name];
  return payload;
}

/**
 * One key, there and back: the safe scene, or what was shown before it.
 * @param {any} screen what is shown
 * @param {any} remembered what was shown when the safe scene came, if this desk saw it
 * @param {string|null} step the current step, for scenes that need one
 */
export function safeToggle(screen, remembered, step = null) {
  if (screen?.scene !== "blank") return { scene: "blank" };
  if (remembered && remembered.scene !== "blank") return payloadOf(remembered);
  const scene = screen.previous && screen.previous !== "blank" ? screen.previous : "join";
  return scene === "step" && step ? { scene, step } : { scene };
}

/** What the screen shows, in a few words, for the top of the console. */
export function shownInWords(screen, room) {
  if (!screen) return "";
  const scene = scenes().find((one) => one.id === screen.scene)?.label ?? screen.scene;
  const one = screen.theme
    ? room.get("themes", screen.theme)?.name
    : (screen.action ??
      screen.statement ??
      (screen.case ? room.get("cases", screen.case)?.title : null) ??
      (screen.scene === "step" && screen.step ? room.get("steps", screen.step)?.title : null));
  const pages = screen.page ? `, ${_("page %(n)s", { n: screen.page + 1 })}` : "";
  return `${scene}${one ? `, ${one}` : ""}${pages}`;
}

/** How many cards are chosen for the wall scene, in words. */
export function chosenInWords(contributions, kind) {
  const chosen = contributions.filter((one) => one.shown && one.state === "posted" && (!kind || one.kind === kind));
  return n_("%(n)s contribution choisie", "%(n)s contributions choisies", chosen.length, { n: chosen.length });
}
