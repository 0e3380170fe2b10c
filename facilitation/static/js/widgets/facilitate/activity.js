/**
 * What other facilitators are doing, told from the records alone: compare a record before and
 * after, and say in one sentence what a facilitator must have done. Pure.
 */
import { _ } from "../../core/i18n.js";

function isNew(before) {
  return before === null;
}

function nothingToTell() {
  return "";
}

/** The field turned into this value. */
function becomes(name, value) {
  return (before, after) => before[name] !== value && after[name] === value;
}

/** One of the fields is not what it was. */
function differs(...names) {
  return (before, after) =>
    names.some((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
}

const quote = (text) => _("« %(text)s »", { text: String(text ?? "").slice(0, 60) });

/** For each collection: [what changed, how to say it]; the first that holds is told. `before` is null for a new record. */
const TELLERS = {
  themes: [
    [isNew, (one) => _("nouveau thème %(letter)s %(name)s", { letter: one.letter, name: quote(one.name) })],
    [becomes("state", "merged"), (one) => _("thème %(letter)s fusionné avec un autre", one)],
    [becomes("state", "removed"), (one) => _("thème %(letter)s retiré", one)],
    [differs("name"), (one) => _("thème %(letter)s renommé %(name)s", { letter: one.letter, name: quote(one.name) })],
    [differs("subtitle", "note", "color"), (one) => _("thème %(letter)s corrigé", one)],
  ],
  contributions: [
    [isNew, nothingToTell],
    [differs("theme"), (one) => _("%(id)s change de thème", one)],
    [becomes("state", "set_aside"), (one) => _("%(id)s écartée", one)],
    [(before, after) => before.state === "set_aside" && after.state === "posted", (one) => _("%(id)s rétablie", one)],
    [becomes("shown", true), (one) => _("%(id)s choisie pour l’écran", one)],
    [
      (before, after) => before.shown && !after.shown && after.state === "posted",
      (one) => _("%(id)s retirée de l’écran", one),
    ],
    [becomes("parked", true), (one) => _("%(id)s gardée pour plus tard", one)],
    [differs("tags"), (one) => _("%(id)s étiquetée", one)],
  ],
  steps: [
    [isNew, nothingToTell],
    [becomes("state", "running"), (one) => _("séquence %(title)s lancée", { title: quote(one.title) })],
    [becomes("state", "paused"), () => _("séquence en pause")],
    [
      (before, after) => Boolean(before.ends_at && after.ends_at) && before.ends_at !== after.ends_at,
      () => _("durée de la séquence modifiée"),
    ],
    [
      differs("title", "instruction", "minutes", "allows", "scene", "writing"),
      (one) => _("séquence %(title)s corrigée", { title: quote(one.title) }),
    ],
  ],
  cases: [
    [isNew, nothingToTell],
    [
      (before, after) => after.released > before.released,
      (one) => _("information diffusée pour la situation %(number)s", one),
    ],
    [differs("title", "context", "questions"), (one) => _("situation %(number)s corrigée", one)],
  ],
  ballots: [
    [isNew, (one) => _("vote ouvert : %(question)s", { question: quote(one.question) })],
    [becomes("state", "closed"), () => _("vote clos")],
    [becomes("state", "cancelled"), () => _("vote annulé")],
    [becomes("revealed", true), () => _("résultat du vote dévoilé")],
  ],
  actions: [
    [isNew, (one) => _("nouvelle fiche %(id)s %(title)s", { id: one.id, title: quote(one.title) })],
    [becomes("state", "removed"), (one) => _("fiche %(id)s abandonnée", one)],
    [differs("table"), (one) => _("fiche %(id)s confiée à une table", one)],
    [differs("status"), (one) => _("fiche %(id)s : statut modifié", one)],
    [(before, after) => !after.table && (before.v ?? 0) !== (after.v ?? 0), (one) => _("fiche %(id)s modifiée", one)],
  ],
  statements: [
    [isNew, (one) => (one.table ? "" : _("dire de l’État proposé : %(subject)s", { subject: quote(one.subject) }))],
    [differs("state"), (one) => _("état de %(id)s modifié", one)],
  ],
  messages: [[isNew, (one) => _("message envoyé : %(text)s", { text: quote(one.text) })]],
  parked: [[isNew, (one) => _("%(id)s : point à traiter ultérieurement", one)]],
};

/** The collections whose changes are worth telling. */
export const WATCHED = Object.freeze(Object.keys(TELLERS));

/** One sentence on what became of a record, or null when nobody at a desk did it. */
export function sentence(collection, before, after) {
  const found = after && TELLERS[collection]?.find(([test]) => (before ? test(before, after) : test === isNew));
  return found?.[1](after) || null;
}

/**
 * Sentences on all that changed between two pictures of the room, newest last.
 * @param {Map<string, Map<string, object>>} before by collection, then id
 * @param {Map<string, Map<string, object>>} after
 */
export function told(before, after) {
  const lines = [];
  for (const collection of WATCHED) {
    const old = before.get(collection) ?? new Map();
    for (const [id, record] of after.get(collection) ?? []) {
      if (old.get(id) === record) continue;
      const text = sentence(collection, old.get(id), record);
      if (text) lines.push({ key: `${collection}/${id}`, text });
    }
  }
  return lines;
}
