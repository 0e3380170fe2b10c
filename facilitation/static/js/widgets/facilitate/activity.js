/**
 * What other facilitators are doing, told from the records alone: compare a record before and
 * after, and say in one sentence what a facilitator must have done. Pure.
 */
import { _ } from "../../core/i18n.js";

const quote = (text) => `« ${String(text ?? "").slice(0, 60)} »`;

const TELLERS = {
  themes: (before, after) => {
    if (!before) return _("nouveau thème {letter} {name}", { letter: after.letter, name: quote(after.name) });
    if (before.state === "live" && after.state === "merged") return _("thème {letter} fusionné avec un autre", after);
    if (before.state === "live" && after.state === "removed") return _("thème {letter} retiré", after);
    if (before.name !== after.name) return _("thème {letter} renommé {name}", { letter: after.letter, name: quote(after.name) });
    if (differs(before, after, ["subtitle", "note", "color"])) return _("thème {letter} corrigé", after);
    return null;
  },
  contributions: (before, after) => {
    if (!before) return null;
    if ((before.theme ?? null) !== (after.theme ?? null)) return _("{id} change de thème", after);
    if (before.state === "posted" && after.state === "set_aside") return _("{id} écartée", after);
    if (before.state === "set_aside" && after.state === "posted") return _("{id} rétablie", after);
    if (!before.shown && after.shown) return _("{id} choisie pour l'écran", after);
    if (before.shown && !after.shown && after.state === "posted") return _("{id} retirée de l'écran", after);
    if (!before.parked && after.parked) return _("{id} mise en attente", after);
    return differs(before, after, ["tags"]) ? _("{id} étiquetée", after) : null;
  },
  steps: (before, after) => {
    if (!before) return null;
    if (before.state !== "running" && after.state === "running") return _("séquence {title} lancée", { title: quote(after.title) });
    if (before.state === "running" && after.state === "paused") return _("séquence en pause");
    if (after.state === "running" && before.ends_at && after.ends_at !== before.ends_at) return _("durée de la séquence modifiée");
    return differs(before, after, ["title", "instruction", "minutes", "allows", "scene", "writing"])
      ? _("séquence {title} corrigée", { title: quote(after.title) }) : null;
  },
  cases: (before, after) => {
    if (!before) return null;
    if (after.released > before.released) return _("information diffusée pour la situation {number}", after);
    return differs(before, after, ["title", "context", "questions"]) ? _("situation {number} corrigée", after) : null;
  },
  ballots: (before, after) => {
    if (!before) return _("vote ouvert : {question}", { question: quote(after.question) });
    if (before.state !== after.state) return after.state === "closed" ? _("vote clos") : _("vote annulé");
    return !before.revealed && after.revealed ? _("résultat du vote dévoilé") : null;
  },
  actions: (before, after) => {
    if (!before) return _("nouvelle fiche {id} {title}", { id: after.id, title: quote(after.title) });
    if (before.state === "live" && after.state !== "live") return _("fiche {id} abandonnée", after);
    return (before.v ?? 0) !== (after.v ?? 0) ? _("fiche {id} modifiée", after) : null;
  },
  statements: (before, after) => {
    if (!before) return _("dire de l'État proposé : {subject}", { subject: quote(after.subject) });
    return (before.v ?? 0) !== (after.v ?? 0) ? _("dire de l'État {id} modifié", after) : null;
  },
  messages: (before, after) => (before ? null : _("message envoyé : {text}", { text: quote(after.text) })),
  parked: (before, after) => (before ? null : _("{id} : point à traiter ultérieurement", after)),
};

/** The collections whose changes are worth telling. */
export const WATCHED = Object.freeze(Object.keys(TELLERS));

function differs(before, after, fields) {
  return fields.some((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));
}

/** One sentence on what became of a record, or null when nobody at a desk did it. */
export function sentence(collection, before, after) {
  if (!after) return null;
  return TELLERS[collection]?.(before ?? null, after) ?? null;
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
