/**
 * What a command will have done, said so that it can be undone knowingly:
 * « Annuler : écarter ATT-012 ». Only commands that the server can undo have a line here.
 */
import { _, n_ } from "../../core/i18n.js";

const short = (text) => {
  const words = String(text ?? "");
  return words.length > 42 ? `${words.slice(0, 40)}…` : words;
};

function texts(payload) {
  const ids = payload.contributions ?? [];
  return ids.length === 1 ? ids[0] : n_("%(n)s contribution", "%(n)s contributions", ids.length, { n: ids.length });
}

const letterOf = (room, id) => room.get("themes", id)?.letter ?? id;
const numberOf = (room, id) => room.get("tables", id)?.number ?? id;
const titleOf = (room, collection, id) => short(room.get(collection, id)?.title ?? id);

const LINES = {
  "message.send": (p) => _("message « %(text)s »", { text: short(p.text) }),
  "people.expect": (p) => _("attendre %(n)s personnes", { n: p.people }),
  "message.withdraw": () => _("message retiré des téléphones"),
  "step.start": (p, room) =>
    p.step ? _("lancer « %(title)s »", { title: titleOf(room, "steps", p.step) }) : _("séquence suivante"),
  "step.pause": () => _("suspendre la séquence"),
  "step.resume": () => _("reprendre la séquence"),
  "step.extend": (p) =>
    p.minutes > 0 ? _("ajouter %(n)s min", { n: p.minutes }) : _("retirer %(n)s min", { n: -p.minutes }),
  "step.finish": () => _("terminer la séquence"),
  "step.back": () => _("revenir à la séquence précédente"),
  "step.correct": (p, room) => _("corriger « %(title)s »", { title: titleOf(room, "steps", p.step) }),
  "writing.open": () => _("ouvrir l’écriture"),
  "writing.close": () => _("fermer l’écriture"),
  "case.release": (p, room) => _("diffuser une information (%(title)s)", { title: titleOf(room, "cases", p.case) }),
  "case.release_all": (p) => _("diffuser l’information %(n)s des situations", { n: p.number }),
  "case.correct": (p, room) => _("corriger la situation « %(title)s »", { title: titleOf(room, "cases", p.case) }),
  "participant.merge": () => _("fusionner deux participants"),
  "participant.remove": () => _("retirer un participant"),
  "attendance.add": (p) => _("noter « %(who)s »", { who: short(p.function) }),
  "attendance.mark": () => _("présence au compte rendu"),
  "rapporteur.name": (p, room) => _("rapporteur de la table %(n)s", { n: numberOf(room, p.table) }),
  "contribution.set_aside": (p) => _("écarter %(id)s", { id: p.contribution }),
  "contribution.restore": (p) => _("rétablir %(id)s", { id: p.contribution }),
  "contribution.tag": (p) => _("étiqueter %(id)s", { id: p.contribution }),
  "contribution.show": (p) =>
    p.on === false
      ? _("retirer %(texts)s de l’écran", { texts: texts(p) })
      : _("choisir %(texts)s pour l’écran", { texts: texts(p) }),
  "contribution.park": (p) => _("garder pour plus tard %(id)s", { id: p.contribution ?? short(p.text) }),
  "parked.edit": (p) => _("corriger %(id)s", { id: p.parked }),
  "theme.create": (p) => _("créer le thème « %(name)s »", { name: short(p.name) }),
  "theme.rename": (p, room) => _("corriger le thème %(letter)s", { letter: letterOf(room, p.theme) }),
  "theme.merge": (p, room) =>
    _("fusionner %(merged)s dans %(theme)s", { merged: letterOf(room, p.merged), theme: letterOf(room, p.theme) }),
  "theme.split": (p, room) => _("diviser le thème %(letter)s", { letter: letterOf(room, p.theme) }),
  "theme.assign": (p, room) =>
    p.theme
      ? _("ranger %(texts)s dans %(letter)s", { texts: texts(p), letter: letterOf(room, p.theme) })
      : _("sortir %(texts)s des thèmes", { texts: texts(p) }),
  "theme.remove": (p, room) => _("retirer le thème %(letter)s", { letter: letterOf(room, p.theme) }),
  "ballot.reveal": () => _("dévoiler le résultat"),
  "followup.give": (p) => _("suite donnée à %(id)s", { id: p.option ?? p.of }),
  "statement.propose": (p) => _("proposer « %(subject)s »", { subject: short(p.subject) }),
  "statement.edit": (p) => _("modifier %(id)s", { id: p.statement }),
  "statement.reserve": (p) => _("réserve sur %(id)s", { id: p.statement }),
  "statement.settle": (p) => _("état de %(id)s", { id: p.statement }),
  "missions.correct": (p, room) =>
    _("missions de %(service)s", { service: room.get("services", p.service)?.short ?? p.service }),
  "referent.propose": () => _("proposer un référent"),
  "referent.settle": () => _("état d’un référent"),
  "role.settle": () => _("rôle d’un service"),
  "action.create": (p, room) => _("créer une fiche (%(title)s)", { title: short(p.title) || letterOf(room, p.theme) }),
  "action.edit": (p) => _("modifier %(id)s", { id: p.action }),
  "action.give": (p) => _("confier %(id)s", { id: p.action }),
  "action.drop": (p) => _("abandonner %(id)s", { id: p.action }),
  "screen.show": (p) => (p.scene === "blank" ? _("écran de repos") : _("changer l’écran")),
  "screen.turn": () => _("tourner la page de l’écran"),
  "screen.dim": (p) => (p.dark ? _("assombrir l’écran") : _("éclaircir l’écran")),
};

/** Can the server undo this command? */
export function undoable(name) {
  return name in LINES;
}

/** The words for a command; its bare name is never shown. */
export function labelOf(name, payload, room) {
  return LINES[name]?.(payload, room) ?? "";
}
