/** What the console says of the disk and of the copies: each failure the server names has its words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { safekeepingBanners } from "../../facilitation/static/js/widgets/facilitate/safekeeping.js";

const MINUTE = 60_000;
const at = new Date(2013, 2, 7, 14, 32).getTime();
const said = (live, workshop = {}, view = {}) =>
  safekeepingBanners({ room: { live, all: () => [workshop] }, view }).map((one) => `${one.tone} ${one.text}`);
const ok = { storage: "ok", space: null, backup: { state: "ok", last: at } };

test("when all is well nothing is said, not even of copies beside the data", () => {
  assert.deepEqual(said(undefined), []);
  assert.deepEqual(said(ok), []);
  assert.deepEqual(said({ ...ok, backup: { state: "beside", last: at } }), []);
});

test("each failure of the disk is an alarm of its own, and says that the phones keep the texts", () => {
  const codes = ["disk_full", "storage_unwritable", "database_locked", "database_damaged", "storage_failed"];
  const texts = codes.map((storage) => said({ ...ok, storage }));
  for (const [text, ...others] of texts) {
    assert.deepEqual(others, []);
    assert.match(text, /^alarm /);
    assert.match(text, /plus rien n’est enregistré/);
    assert.ok(text.includes("les textes restent sur les téléphones et partiront"));
  }
  assert.equal(new Set(texts.flat()).size, codes.length);
});

test("a disk that is nearly full is told in megabytes, once full as full only", () => {
  assert.match(said({ ...ok, space: 480_000_000 })[0], / 480 Mo /);
  assert.equal(said({ ...ok, space: 0, storage: "disk_full" }).length, 1);
});

test("copies that fail are told with the time of the last good one, and why", () => {
  for (const state of ["backup_missing", "backup_full", "backup_unwritable", "backup_unreadable"]) {
    const [text] = said({ ...ok, backup: { state, last: at } });
    assert.match(text, /^notice Les .* depuis 14\sh\s32/);
    assert.match(said({ ...ok, backup: { state, last: null } })[0], /^notice Aucune/);
  }
  assert.equal(said({ ...ok, storage: "disk_full", backup: { state: "backup_full", last: at } }).length, 1);
});

test("a workshop that came back from a copy says of when, until that was read", () => {
  const workshop = { restored_from: at, restored_at: at + MINUTE };
  assert.match(said(ok, workshop)[0], /a repris .* de 14\sh\s32/);
  assert.deepEqual(said(ok, workshop, { restoredSeen: at + MINUTE }), []);
  assert.equal(said(ok, { ...workshop, restored_at: at + 2 * MINUTE }, { restoredSeen: at + MINUTE }).length, 1);
});
