/** What a phone says as the day goes on, and where a round of all situations stands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { announcement, begins } from "../../facilitation/static/js/widgets/phone/follow.js";
import { outcome } from "../../facilitation/static/js/widgets/phone/outcome.js";
import { nextCase, payloadOf } from "../../facilitation/static/js/widgets/phone/post-payload.js";
import { sent } from "../../facilitation/static/js/widgets/phone/sheet-values.js";

const moment = (changes = {}) => ({
  step: "attentes",
  title: "Nos attentes",
  open: false,
  ballot: "",
  closed: false,
  ...changes,
});

test("a new step is named, and begins at the top", () => {
  const now = moment({ step: "missions", title: "Qui fait quoi", open: true });
  assert.match(announcement(moment(), now), /Qui fait quoi.*l’écriture est ouverte/);
  assert.doesNotMatch(announcement(moment(), { ...now, open: false }), /ouverte/);
  assert.ok(begins(moment(), now));
});

test("a window that opens begins something; one that closes only says so", () => {
  const open = moment({ open: true });
  assert.match(announcement(moment(), open), /ouverte/);
  assert.ok(begins(moment(), open));
  assert.match(announcement(open, moment()), /close/);
  assert.ok(!begins(open, moment()));
});

test("a vote that opens comes before all else that changed", () => {
  const voting = moment({ step: "priorisation", ballot: "VOT-01" });
  assert.match(announcement(moment(), voting), /vote est ouvert/);
  assert.match(announcement(voting, { ...voting, ballot: "" }), /vote est (?!ouvert)/);
  assert.ok(!begins(voting, { ...voting, ballot: "" }));
});

test("nothing is said when nothing changed, nor of the wait before the first step", () => {
  assert.equal(announcement(moment(), moment()), "");
  assert.equal(announcement(moment(), moment({ step: "", title: "" })), "");
  assert.match(announcement(moment(), moment({ closed: true })), /séminaire/);
});

test("the next situation is the first that nobody spoke of", () => {
  assert.equal(nextCase(["a", "b", "c"], new Set(["a", "c"])), "b");
  assert.equal(nextCase(["a"], new Set(["a"])), "");
});

test("a positioning without words says what was chosen; its own words prevail", () => {
  const about = (fields) =>
    payloadOf({ kind: "positioning", fields, step: "s", onCase: null, everyCase: true, signed: true, secret: "" }).text;
  assert.equal(about({ role: "supports", level: "departmental", case: "a" }), "En appui, départemental.");
  assert.equal(about({ role: "unconcerned", case: "a" }), "Non concerné.");
  assert.equal(about({ role: "pilot", text: " Nous instruisons. ", case: "a" }), "Nous instruisons.");
});

test("a line of a sheet stays one line, a text keeps its own", () => {
  assert.equal(sent(" Partager\n nos avis ", "line"), "Partager nos avis");
  assert.equal(sent("Un.\nDeux.", "text"), "Un.\nDeux.");
});

test("what was decided on a text is told through its theme, its actions and itself, and no other's", () => {
  const told = (option, of, outcome, more = {}) => ({
    option,
    of,
    outcome,
    reason: "",
    decider: "",
    date: "",
    ...more,
  });
  const followups = [
    told("THM-01", "VOT-01", "retained", { decider: "Préfet", date: "2013-03-08", reason: "Utile" }),
    told("THM-02", "VOT-01", "not_retained"),
    told(null, "ACT-01", "to_study"),
    told(null, "ACT-02", "retained"),
    told("PRO-001", "VOT-02", "retained"),
  ];
  const get = (collection, id) =>
    collection === "themes" && id === "THM-01" ? { letter: "A", name: "Voix" } : undefined;
  const desk = /** @type {any} */ ({ room: { all: () => followups, get } });
  const one = { id: "PRO-001", state: "posted", theme: "THM-01", actions: ["ACT-01"] };
  const said = outcome(desk, one);
  assert.match(said, /Suite \(thème A\)\u00a0: retenu, Préfet, 8 mars 2013, Utile/);
  assert.match(said, /Suite \(ACT-01\)\u00a0: à instruire/);
  assert.match(said, /Suite \(PRO-001\)\u00a0: retenu/);
  assert.doesNotMatch(said, /non retenu|ACT-02/);
  assert.equal(outcome(desk, { id: "PRO-002", state: "posted", theme: null, actions: [] }), "");
});
