/** A page of a former place, which a slow server let the worker give, is opened anew, once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isOfElsewhere, settledIn } from "../../facilitation/static/js/core/room-moved.js";
import { storage } from "./shelf.js";

test("a stream of another place opens the page anew once, and once more after it has settled", () => {
  const store = storage();
  const names = ["table:1", "me:p"];
  assert.equal(isOfElsewhere(names, ["me:p"], store), false);
  assert.equal(isOfElsewhere(names, ["table:2"], store), true);
  assert.equal(isOfElsewhere(names, ["table:2"], store), false, "the same page again is no reason to go round");
  settledIn(store);
  assert.equal(isOfElsewhere(names, ["table:2"], store), true);
});
