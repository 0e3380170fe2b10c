/** The history of a sheet, in the words of the sheet. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords } from "../../facilitation/static/js/widgets/facilitate/sheet-history.js";
import { roomOf } from "./rooms.js";

const room = roomOf({
  services: [{ id: "ddt", name: "DDT", short: "DDT" }],
  tables: [{ id: "3", number: 3, name: "Table 3" }],
});
const said = (/** @type {any} */ line) =>
  inWords(room, { at: 0, before: "", after: "", sources: [], ...line }).replace(/[\u00a0\u202f]/g, " ");

test("a sheet tells where it comes from", () => {
  const line = { what: "created", after: "3", sources: ["THM-01", "VOT-01"] };
  assert.equal(said(line), "Fiche créée, d’après THM-01, VOT-01, pour la table 3");
});

test("a short field tells what it was, a long one only that it changed", () => {
  assert.equal(
    said({ what: "due", before: "2013-06-01", after: "2013-09-01" }),
    "Échéance : 1er septembre 2013 (auparavant : 1er juin 2013)",
  );
  assert.match(said({ what: "pilot", after: "ddt" }), /^Service pilote : DDT/);
  assert.equal(said({ what: "pilot", before: "ddt" }).split(" (")[0], "Service pilote : vide");
  assert.equal(said({ what: "why" }), "Modification : Constat");
});

test("leaving the plan and coming back are told", () => {
  assert.equal(said({ what: "state", before: "live", after: "removed" }), "Fiche abandonnée");
  assert.equal(said({ what: "state", before: "removed", after: "live" }), "Fiche rétablie");
});
