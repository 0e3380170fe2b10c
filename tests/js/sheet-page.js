/** A page around the saver of a fiche-action: the record, the drafts, the answers to come. */
import { SheetSaver } from "../../facilitation/static/js/widgets/phone/sheet-saver.js";

export const WHY = { name: "why", label: "Constat", shape: "text" };

/** @returns {any} */
export function sheetPage() {
  const drafts = new Map();
  /** @type {any} */
  const page = {
    action: { id: "ACT-01", why: "", versions: [["why", 4]] },
    asked: [],
    answers: [],
    drafts,
    saver: null,
  };
  page.saver = new SheetSaver({
    send: async (name, payload, options) => {
      page.asked.push({ name, ...payload, ...options });
      const answer = page.answers.shift();
      return typeof answer === "function" ? answer() : answer;
    },
    draft: (key) => ({
      read: () => drafts.get(key) ?? null,
      write: (value) => drafts.set(key, value),
      clear: () => drafts.delete(key),
    }),
    action: () => page.action,
    draw: () => {},
  });
  return page;
}
