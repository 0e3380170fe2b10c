/** Whether anybody listens: silence, sleep, a dead link; with a clock and a server of one's own. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { LinkWatch } from "../../facilitation/static/js/core/room-link.js";
import { ANSWER, DOUBT, JUMP, LOOK, STUTTER } from "../../facilitation/static/js/core/timings.js";

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
