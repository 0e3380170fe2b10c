/** The console turns the pages that the projector has, and previews what the projector shows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { projected } from "../../facilitation/static/js/widgets/facilitate/projected.js";
import { pagesOf, turned } from "../../facilitation/static/js/widgets/facilitate/screen-pages.js";
import { roomOf } from "./rooms.js";

const dire = (/** @type {string} */ id, more = {}) => ({ id, subject: id, says: "Oui.", state: "proposed", ...more });

test("nothing is turned past the last page, nor before the first", () => {
  assert.equal(turned(pagesOf({ page: 0 }, 2), 1), 1);
  assert.equal(turned(pagesOf({ page: 1 }, 2), 1), null);
  assert.equal(turned(pagesOf({ page: 0 }, 2), -1), null);
  assert.equal(turned(pagesOf(undefined, 0), 1), null);
});

test("a scene that became shorter is left from its last page", () => {
  assert.deepEqual(pagesOf({ page: 7 }, 2), { place: 1, count: 2 });
  assert.equal(turned(pagesOf({ page: 7 }, 2), -1), 0);
});

test("the preview leaves out what waits to be shown or revealed", () => {
  const room = projected(
    roomOf({
      statements: [
        dire("DIR-01", { projected: true, reserves: [{ text: "lue", shown: true }, { text: "tenue" }] }),
        dire("DIR-02"),
      ],
      referents: [{ id: "eau/ddt", function: "Chef" }],
      actions: [{ id: "ACT-01", title: "Après", projected: true, held: [["title", "Avant"]] }, { id: "ACT-02" }],
      ballots: [{ id: "VOT-01", state: "closed", tally: {} }],
    }),
  );
  assert.deepEqual(
    room.all("statements").map((/** @type {any} */ one) => one.reserves),
    [[{ text: "lue", shown: true }]],
  );
  assert.equal(room.get("statements", "DIR-02"), undefined);
  assert.equal(room.get("referents", "eau/ddt").function, "");
  assert.equal(room.all("ballots")[0].tally, null);
  assert.deepEqual(
    room.all("actions").map((/** @type {any} */ one) => one.title),
    ["Avant"],
  );
});
