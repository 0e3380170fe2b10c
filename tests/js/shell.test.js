/** The page shell on a phone: what it is made of, when it is given, when it is replaced, when it goes. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { isPage, isPart, lasts, meaningOf, partsOf } from "../../facilitation/static/js/core/shell.js";
import { ShellKeeper } from "../../facilitation/static/js/core/shell-keeper.js";

const ORIGIN = "https://tablee.test";
const PAGE = "/w/ABCDEF";

/** A browser's cache storage, over maps. */
function shelves() {
  const kept = new Map();
  const full = (/** @type {any} */ request) => new URL(request.url ?? request, ORIGIN).href;
  const shelf = {
    match: async (request) => kept.get(full(request))?.clone(),
    put: async (request, answer) => kept.set(full(request), answer),
    delete: async (request) => kept.delete(full(request)),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
  };
  const addresses = () => [...kept.keys()].map((url) => new URL(url).pathname).sort();
  return { kept, addresses, open: async () => shelf, match: shelf.match, delete: async () => kept.clear() };
}

const page = (version, more = {}) =>
  new Response(`<script id="boot">{"participant":"p-${version}"}</script><script src="/assets/${version}/a.js">`, {
    headers: { "Tablee-Offline": "keep", ...more },
  });
const part = (version) =>
  new Response(`// ${version}`, { headers: { "Cache-Control": "public, max-age=31536000, immutable" } });

/** @type {any} */
let world;
/** @type {Map<string, () => Promise<Response>|Response>} */
let served;
const gone = () => Promise.reject(new TypeError("Failed to fetch"));

beforeEach(() => {
  served = new Map();
  world = {
    caches: shelves(),
    origin: ORIGIN,
    left: 0,
    forgotten: [],
    fetch: async (request) => (served.get(new URL(request.url ?? request, ORIGIN).pathname) ?? gone)(),
    forgetDay: async (one) => world.forgotten.push(one),
    leave: async () => {
      world.left += 1;
    },
  };
});

/** What the phone gets for an address, and what was done beside it. */
async function opens(path = PAGE, { mode = "navigate", method = "GET", patience = 50 } = {}) {
  const work = [];
  /** @type {any} */
  let given;
  const keeper = new ShellKeeper(world, patience);
  const request = /** @type {any} */ ({ method, mode, url: ORIGIN + path });
  keeper.asked({ request, waitUntil: (one) => work.push(one), respondWith: (answer) => (given = answer) });
  if (!given) return null;
  const answer = await given.catch((/** @type {Error} */ failure) => failure);
  const text = answer instanceof Error ? answer.message : await answer.text();
  await Promise.all(work);
  return text;
}

/** A phone that has been here once. */
async function visited(version = "aaaa") {
  served.set(PAGE, () => page(version));
  served.set(`/assets/${version}/a.js`, () => part(version));
  await opens();
}

test("only pages of phones and files named by their content are ever touched", async () => {
  const touched = ["/w/ABCDEF", "/w/ABCDEF/table/T3"];
  const others = ["/w/ABCDEF?key=s", "/w/ABCDEF/notice", "/w/ABCDEF/facilitate", "/w/ABCDEF/screen", "/", "/aide"];
  assert.deepEqual(
    touched.map((one) => isPage(one, ORIGIN)),
    [true, true],
  );
  assert.deepEqual(
    others.filter((one) => isPage(one, ORIGIN)),
    [],
  );
  assert.ok(!isPage("https://elsewhere.test/w/ABCDEF", ORIGIN));
  assert.ok(isPart("/assets/0a1b/joined/phone.css", ORIGIN));
  assert.ok(!isPart("/assets/0a1b/joined/phone.css?x=1", ORIGIN));
  for (const one of others) assert.equal(await opens(one), null, one);
  assert.equal(await opens("/api/workshops/ABCDEF/snapshot", { mode: "cors" }), null);
  assert.equal(await opens("/api/workshops/ABCDEF/commands", { mode: "cors", method: "POST" }), null);
  assert.equal(await opens(PAGE, { method: "POST" }), null);
  assert.equal(await opens(PAGE, { mode: "cors" }), null, "a page is only opened, never read");
});

test("a page is kept with all that it is made of, and opens when the server is away", async () => {
  await visited();
  assert.deepEqual(world.caches.addresses(), ["/assets/aaaa/a.js", PAGE]);
  served.clear();
  assert.match(/** @type {string} */ (await opens()), /p-aaaa/);
  assert.equal(await opens("/assets/aaaa/a.js", { mode: "no-cors" }), "// aaaa");
});

test("nothing else is ever in the shell, whatever a page links to", async () => {
  served.set(PAGE, () => {
    const text =
      '<a href="/w/ABCDEF/notice"><img src="/api/workshops/ABCDEF/snapshot"><script src="/assets/aaaa/a.js">';
    return new Response(text, { headers: { "Tablee-Offline": "keep" } });
  });
  served.set("/assets/aaaa/a.js", () => part("aaaa"));
  await opens();
  assert.deepEqual(world.caches.addresses(), ["/assets/aaaa/a.js", PAGE]);
  assert.deepEqual(partsOf('"/assets/1f/a.js" "/assets/1f/a.js" "/assets/1f/b.css?x"'), ["/assets/1f/a.js"]);
});

test("a server that is there is always asked first: its new page is given, kept, and the old one's files go", async () => {
  await visited("aaaa");
  await visited("bbbb");
  served.set(PAGE, () => page("cccc"));
  served.set("/assets/cccc/a.js", () => part("cccc"));
  assert.match(/** @type {string} */ (await opens()), /p-cccc/);
  assert.deepEqual(world.caches.addresses(), ["/assets/cccc/a.js", PAGE]);
});

test("files of another workshop's page stay as long as that page does", async () => {
  await visited("aaaa");
  served.set("/w/GHJKLM", () => page("bbbb"));
  served.set("/assets/bbbb/a.js", () => part("bbbb"));
  await opens("/w/GHJKLM");
  assert.deepEqual(world.caches.addresses(), ["/assets/aaaa/a.js", "/assets/bbbb/a.js", PAGE, "/w/GHJKLM"]);
});

test("a slow server is waited for no longer than that; what it says is kept for the next time", async () => {
  await visited("aaaa");
  served.set("/assets/bbbb/a.js", () => part("bbbb"));
  served.set(PAGE, () => new Promise((resolve) => setTimeout(() => resolve(page("bbbb")), 40)));
  assert.match(/** @type {string} */ (await opens(PAGE, { patience: 1 })), /p-aaaa/);
  served.clear();
  assert.match(/** @type {string} */ (await opens()), /p-bbbb/);
});

test("a phone that kept nothing waits for the server, and hears its failure", async () => {
  served.set("/assets/aaaa/a.js", () => part("aaaa"));
  served.set(PAGE, () => new Promise((resolve) => setTimeout(() => resolve(page("aaaa")), 20)));
  assert.match(/** @type {string} */ (await opens(PAGE, { patience: 1 })), /p-aaaa/);
  assert.equal(await opens("/w/GHJKLM"), "Failed to fetch");
});

test("a relay whose server is gone counts as no server; its word is given where nothing is kept", async () => {
  await visited();
  served.set(PAGE, () => new Response("bad gateway", { status: 502 }));
  assert.match(/** @type {string} */ (await opens()), /p-aaaa/);
  served.set("/w/GHJKLM", () => new Response("bad gateway", { status: 502 }));
  assert.equal(await opens("/w/GHJKLM"), "bad gateway");
});

test("a page is never replaced by half of another", async () => {
  await visited("aaaa");
  served.set(PAGE, () => page("bbbb"));
  served.set(
    "/assets/bbbb/a.js",
    () => new Response("// another version", { headers: { "Cache-Control": "no-store" } }),
  );
  assert.match(/** @type {string} */ (await opens()), /p-bbbb/);
  served.clear();
  assert.match(/** @type {string} */ (await opens()), /p-aaaa/);
  assert.ok(!lasts(new Response("", { status: 404, headers: { "Cache-Control": "immutable" } })));
});

test("a place that is gone, or a day that is over, leaves nothing; the last page takes the worker along", async () => {
  await visited();
  served.set(PAGE, () => new Response("the door"));
  assert.equal(await opens(), "the door");
  assert.deepEqual([world.caches.addresses(), world.left], [[], 1]);
  assert.ok(world.forgotten.includes(PAGE));
  served.set(PAGE, () => new Response("unknown", { status: 404 }));
  await visited("bbbb");
  served.set(PAGE, () => new Response("unknown", { status: 404 }));
  assert.equal(await opens(), "unknown");
  assert.deepEqual(world.caches.addresses(), []);
});

test("the server may end all shells with one word, also when it says it with a failure", async () => {
  await visited();
  served.set(PAGE, () => new Response("page", { status: 500, headers: { "Tablee-Offline": "end" } }));
  await opens();
  assert.deepEqual([world.caches.addresses(), world.left, world.forgotten.at(-1)], [[], 1, null]);
});

test("whoever is sent elsewhere keeps what they have", () => {
  const headers = new Headers();
  assert.equal(meaningOf({ ok: false, status: 0, type: "opaqueredirect", headers }), "nothing");
  assert.equal(meaningOf({ ok: true, status: 200, redirected: true, headers }), "nothing");
});

test("a broken storage never stands between a phone and the server", async () => {
  const broken = () => Promise.reject(new Error("refused"));
  world.caches = { open: broken, match: broken, delete: broken };
  served.set(PAGE, () => page("aaaa"));
  served.set("/assets/aaaa/a.js", () => part("aaaa"));
  assert.match(/** @type {string} */ (await opens()), /p-aaaa/);
  assert.equal(await opens("/assets/aaaa/a.js", { mode: "no-cors" }), "// aaaa");
});

test("nor does one that never answers", async () => {
  const never = () => new Promise(() => {});
  world.caches = { open: never, match: never, delete: never };
  served.set("/assets/aaaa/a.js", () => part("aaaa"));
  assert.equal(await opens("/assets/aaaa/a.js", { mode: "no-cors", patience: 5 }), "// aaaa");
  assert.equal(await opens(PAGE, { patience: 5 }), "Failed to fetch");
});

test("a slow storage is waited for where the server is away, and only there", async () => {
  await visited("aaaa");
  const { match } = world.caches;
  world.caches.match = async (address) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return match(address);
  };
  served.set("/assets/aaaa/a.js", () => part("aaaa from the server"));
  assert.equal(await opens("/assets/aaaa/a.js", { mode: "no-cors", patience: 5 }), "// aaaa from the server");
  served.clear();
  assert.equal(await opens("/assets/aaaa/a.js", { mode: "no-cors", patience: 5 }), "// aaaa");
  assert.match(/** @type {string} */ (await opens(PAGE, { patience: 5 })), /p-aaaa/);
});

test("a page opened for somebody else is looked at anew; the same one is not asked for twice", async () => {
  await visited("aaaa");
  let asked = 0;
  served.set("/assets/bbbb/a.js", () => part("bbbb"));
  served.set(PAGE, () => {
    asked += 1;
    return page("bbbb");
  });
  const keeper = new ShellKeeper(world);
  await keeper.look({ page: PAGE, boot: '{"participant":"p-aaaa"}' });
  assert.equal(asked, 0);
  await keeper.look({ page: PAGE, boot: '{"participant":"p-bbbb"}' });
  assert.equal(asked, 1);
  await keeper.look({ page: PAGE });
  assert.equal(asked, 2, "asked whether it still stands");
  await keeper.look({ page: "/api/workshops/ABCDEF/snapshot" });
  assert.deepEqual(world.caches.addresses(), ["/assets/bbbb/a.js", PAGE]);
});

test("two pages that are kept at once are both whole", async () => {
  const other = "/w/GHJKLM";
  served.set(PAGE, () => page("aaaa"));
  served.set(other, () => page("bbbb"));
  let arrive = (/** @type {any} */ _answer) => {};
  served.set("/assets/aaaa/a.js", () => part("aaaa"));
  served.set("/assets/bbbb/a.js", () => part("bbbb"));
  const put = (await world.caches.open()).put;
  const shelf = await world.caches.open();
  const begun = new Promise((resolve) => {
    shelf.put = async (request, answer) => {
      await put(request, answer);
      // The file of one page is there, the page itself is not yet.
      if (String(request).includes("/bbbb/")) {
        const gate = new Promise((go) => {
          arrive = go;
        });
        resolve(null);
        await gate;
      }
    };
  });
  const keeper = new ShellKeeper(world);
  const second = keeper.look({ page: other });
  await begun;
  const first = keeper.look({ page: PAGE });
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  arrive(null);
  await Promise.all([first, second]);
  assert.deepEqual(world.caches.addresses(), ["/assets/aaaa/a.js", "/assets/bbbb/a.js", PAGE, other]);
});
