/**
 * The keyboard of the console: one table, read by the listener and by the help sheet.
 * Pure: `chord` names what was pressed, `found` tells which action that is here and now.
 */
import { _ } from "../../core/i18n.js";

/** The areas of the console, in the order of the day, with the letter that follows « g ». */
export function areas() {
  return [
    { id: "agenda", letter: "d", label: _("Déroulé") },
    { id: "people", letter: "s", label: _("Salle") },
    { id: "wall", letter: "m", label: _("Mur") },
    { id: "board", letter: "t", label: _("Thèmes") },
    { id: "vote", letter: "v", label: _("Priorisation") },
    { id: "plan", letter: "p", label: _("Plan d’action") },
    { id: "roles", letter: "r", label: _("Rôles et dire de l’État") },
    { id: "screen", letter: "e", label: _("Écran") },
    { id: "documents", letter: "c", label: _("Documents") },
  ];
}

/** Every shortcut: its area (empty: everywhere), its keys, its action and what it does. */
export function shortcuts() {
  return [
    { area: "", keys: ["?"], action: "help", label: _("Ouvrir cette aide") },
    { area: "", keys: ["Ctrl+z"], action: "undo", label: _("Annuler ma dernière action") },
    { area: "", keys: ["Ctrl+Z", "Ctrl+y"], action: "redo", label: _("Rétablir ce que je viens d’annuler") },
    { area: "", keys: ["b"], action: "safe", label: _("Écran de repos, puis retour à ce qui était affiché") },
    { area: "", keys: ["p"], action: "pause", label: _("Suspendre ou reprendre la séquence") },
    { area: "", keys: ["Shift+ArrowRight"], action: "next", label: _("Lancer la séquence suivante") },
    { area: "", keys: ["Shift+ArrowLeft"], action: "back", label: _("Revenir à la séquence précédente") },
    { area: "", keys: ["+"], action: "longer", label: _("Ajouter 1 minute") },
    { area: "", keys: ["-"], action: "shorter", label: _("Retirer 1 minute") },
    { area: "", keys: ["Shift+ArrowUp"], action: "muchLonger", label: _("Ajouter 5 minutes") },
    { area: "", keys: ["Shift+ArrowDown"], action: "muchShorter", label: _("Retirer 5 minutes") },
    { area: "", keys: ["w"], action: "writing", label: _("Ouvrir ou fermer l’écriture sur les téléphones") },
    { area: "", keys: ["c"], action: "answer", label: _("Répondre à la table qui appelle") },
    { area: "", keys: ["q"], action: "message", label: _("Écrire un message à la salle") },
    { area: "", keys: ["/"], action: "search", label: _("Chercher dans la liste affichée") },
    { area: "wall", keys: ["ArrowDown", "j"], action: "down", label: _("Contribution suivante") },
    { area: "wall", keys: ["ArrowUp", "k"], action: "up", label: _("Contribution précédente") },
    { area: "wall", keys: ["a"], action: "admit", label: _("Afficher les nouvelles contributions") },
    { area: "wall", keys: ["e"], action: "show", label: _("Choisir pour l’écran, ou retirer de l’écran") },
    { area: "wall", keys: ["x"], action: "setAside", label: _("Écarter avec un motif, ou rétablir") },
    { area: "wall", keys: ["l"], action: "park", label: _("Garder comme point à traiter ultérieurement") },
    { area: "wall", keys: ["t"], action: "tag", label: _("Étiqueter") },
    { area: "wall", keys: ["n"], action: "new", label: _("Saisir une contribution écrite sur papier") },
    { area: "board", keys: ["ArrowDown", "j"], action: "down", label: _("Carte suivante de la colonne") },
    { area: "board", keys: ["ArrowUp", "k"], action: "up", label: _("Carte précédente de la colonne") },
    { area: "board", keys: ["ArrowRight"], action: "right", label: _("Colonne suivante") },
    { area: "board", keys: ["ArrowLeft"], action: "left", label: _("Colonne précédente") },
    { area: "board", keys: ["x"], action: "choose", label: _("Sélectionner la carte, ou non") },
    { area: "board", keys: ["t", "Enter"], action: "file", label: _("Ranger dans un thème, par sa lettre") },
    { area: "board", keys: ["n"], action: "new", label: _("Nouveau thème avec les cartes sélectionnées") },
    { area: "board", keys: ["F2"], action: "rename", label: _("Renommer le thème de la carte") },
    { area: "board", keys: ["e"], action: "show", label: _("Choisir la carte pour l’écran, ou la retirer") },
    { area: "screen", keys: ["ArrowRight", "PageDown"], action: "turnNext", label: _("Page suivante à l’écran") },
    { area: "screen", keys: ["ArrowLeft", "PageUp"], action: "turnBack", label: _("Page précédente à l’écran") },
    { area: "screen", keys: ["o"], action: "dim", label: _("Écran sombre ou clair") },
    { area: "plan", keys: ["n"], action: "new", label: _("Nouvelle fiche") },
  ];
}

/** The name of what was pressed: `Ctrl+z`, `Shift+ArrowUp`, `?`. */
export function chord(event) {
  const named = event.key.length > 1;
  const command = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  return `${command}${event.altKey ? "Alt+" : ""}${event.shiftKey && named ? "Shift+" : ""}${event.key}`;
}

/** Is somebody typing? Then single keys are letters, and only Escape is a command. */
export function typing(target) {
  if (!target?.closest) return false;
  return Boolean(
    target.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])"),
  );
}

/** Which action a chord asks for in an area; the area's own keys prevail over the common ones. */
export function found(pressed, area) {
  const table = shortcuts().filter((one) => one.keys.includes(pressed));
  return (table.find((one) => one.area === area) ?? table.find((one) => one.area === ""))?.action ?? null;
}

/** The name of a key as it is printed on keyboards. */
export function keyName(key) {
  const names = {
    ArrowDown: "↓",
    ArrowUp: "↑",
    ArrowLeft: "←",
    ArrowRight: "→",
    Enter: _("Entrée"),
    PageDown: _("Page suiv."),
    PageUp: _("Page préc."),
    Shift: _("Maj"),
    Escape: _("Échap"),
  };
  if (key === "Ctrl+Z") return `Ctrl + ${names.Shift} + Z`;
  if (key === "+") return "+";
  return key
    .split("+")
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" + ");
}
