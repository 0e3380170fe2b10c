/** Whether anybody listens: silence, sleep, a dead link; with a clock and a server of one's own. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Asking } from "../../facilitation/static/js/core/room-asking.js";
import { LinkWatch } from "../../facilitation/static/js/core/room-link.js";
import { ANSWER, DOUBT, JUMP, LONGEST_PAUSE, LOOK, STUTTER } from "../../facilitation/static/js/core/timings.js";

/** A page over a link, and a clock that moves when it is told to. */
function page({ answers = true, learns = false } = {}) {
  const world = { now: 1_000_000, asked: 0, sockets: 0, answers, learns };
  const room = {
    link: "online",
    heardAt: world.now,
    refused: false,
    stale: false,
    tell() {},
    heard: () => {
      room.heardAt = world.now;
    },
    doubt: () => {
      room.stale = true;
    },
    async sync() {
      world.asked += 1;
      if (world.answers) {
        room.heard();
        room.stale = false;
      }
      return { answered: world.answers, learned: world.learns };
    },
  };
  const renew = () => {
    world.sockets += 1;
  };
  const watch = new LinkWatch(/** @type {any} */ (room), renew, () => world.now);
  const pass = async (ms) => {
    for (let left = ms; left > 0; left -= LOOK) {
      world.now += LOOK;
      watch.look();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { world, room, watch, pass };
}

beforeEach(() => {
  Object.defineProperty(globalThis, "document", { value: { hidden: false }, configurable: true, writable: true });
});

test("a half-open link is called lost within eight seconds, and a new socket begun", async () => {
  const { world, room, pass } = page({ answers: false });
  await pass(8_000 - ANSWER);
  assert.equal(room.link, "lost");
  assert.ok(world.sockets > 0);
  assert.ok(DOUBT + LOOK + ANSWER <= 8_000);
});

test("a silent room is asked, and as long as it answers nothing is said nor begun again", async () => {
  const { world, room, pass } = page();
  await pass(30_000);
  assert.equal(room.link, "online");
  assert.equal(world.sockets, 0);
  assert.ok(world.asked > 3 && world.asked < 10, `${world.asked} questions`);
});

test("a socket that let the page miss something is begun again", async () => {
  const { world, pass } = page({ learns: true });
  await pass(DOUBT + 2 * LOOK);
  assert.equal(world.sockets, 1);
});

test("a page in a pocket asks nothing", async () => {
  Object.assign(document, { hidden: true });
  const { world, pass } = page();
  await pass(60_000);
  assert.equal(world.asked, 0);
});

test("whoever slept does not trust what the page shows until the server has answered", async () => {
  const { world, room, watch } = page({ answers: false });
  world.now += 30 * 60_000;
  watch.look();
  assert.equal(room.stale, true);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([room.stale, room.link, world.sockets], [true, "lost", 1]);
  world.answers = true;
  watch.opened();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([room.stale, room.link], [false, "online"]);
});

test("after sleep the socket is begun again even where the server answers", async () => {
  const { world, watch } = page();
  world.now += JUMP + 1;
  watch.wake();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([world.asked, world.sockets], [1, 1]);
});

test("a link that stutters is nothing; one broken for longer is lost", async () => {
  const { room, watch, pass } = page();
  watch.broken();
  room.heard();
  assert.equal(room.link, "waiting");
  await pass(STUTTER);
  assert.equal(room.link, "waiting");
  await pass(2 * LOOK);
  assert.equal(room.link, "lost");
});

test("a server that stays down is asked again soon at first, then at a calm pace, and so are its sockets", async () => {
  const { world, room, pass } = page({ answers: false });
  await pass(DOUBT + 3 * LOOK);
  assert.ok(world.asked >= 2, `${world.asked} questions at once`);
  await pass(120_000);
  assert.ok(world.asked > 20 && world.asked < 60, `${world.asked} questions in two minutes`);
  assert.equal(world.sockets, world.asked);
  world.answers = true;
  await pass(LONGEST_PAUSE + LOOK);
  assert.ok(room.heardAt > world.now - LONGEST_PAUSE - LOOK, "and heard again within one pause");
});

test("somebody who takes the page up again waits for no pause", async () => {
  const { world, watch, pass } = page({ answers: false });
  await pass(60_000);
  const before = world.asked;
  watch.wake();
  assert.equal(world.asked, before + 1);
});

test("a socket that opens beside questions that fail does not begin an endless round", async () => {
  const { world, room, watch } = page({ answers: false });
  room.stale = true;
  for (let round = 0; round < 50; round += 1) {
    watch.opened();
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(world.asked < 4, `${world.asked} questions in one moment`);
});

test("what slept is asked for again after the pause, though the socket is there and not silent", async () => {
  const { world, room, watch, pass } = page({ answers: false });
  room.stale = true;
  for (let round = 0; round < 5; round += 1) {
    watch.opened();
    await new Promise((resolve) => setImmediate(resolve));
  }
  world.answers = true;
  await pass(LONGEST_PAUSE - DOUBT + 2 * LOOK);
  assert.equal(room.stale, false);
});

test("only what the server gave counts as its answer, or that it knows this page no longer", async () => {
  const asking = new Asking({ code: "C", role: "participant" });
  asking.tell = () => {};
  const told = async (/** @type {number} */ status) => {
    globalThis.fetch = /** @type {any} */ (async () => ({ ok: false, status }));
    return asking.ask("wall");
  };
  assert.deepEqual([await told(404), await told(500), await told(429)], [false, false, false]);
  assert.deepEqual([await told(401), asking.refused], [true, true]);
});
