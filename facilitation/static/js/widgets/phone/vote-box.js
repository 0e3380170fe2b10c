/** Papers on their way to the box: put in, hidden from the next person, forgotten after the close. */
import { draft, draftKeys } from "../../core/drafts.js";
import { newKey } from "../../core/keys.js";

/**
 * Once a vote is closed nothing on this phone tells how anybody voted.
 * @param {import("./desk.js").Desk} desk
 */
export function forgetClosed(desk) {
  const ballots = desk.room.all("ballots");
  const known = new Set(ballots.map((one) => one.id));
  const voting = new Set(ballots.filter((one) => one.state === "open").map((one) => one.id));
  for (const key of draftKeys(`${desk.room.boot.code}.`)) {
    const [, id] = key.match(/\.paper\.([^.]+)$/) ?? [];
    if (id && known.has(id) && !voting.has(id)) draft(key).clear();
  }
  const over = (/** @type {any} */ { name, state, payload }) =>
    name === "ballot.cast" && state !== "phone" && known.has(payload.ballot) && !voting.has(payload.ballot);
  if (desk.outbox.kept.some(over)) desk.outbox.forgetWhere(over);
  const closed = [...known].filter((id) => !voting.has(id));
  desk.forgetFormer("votes", closed, (entries) => entries.filter((entry) => !over(entry)));
}

/**
 * @param {import("./desk.js").Desk} desk
 * @param {any} ballot
 */
export function cast(desk, ballot) {
  // The page slept: whether this vote is still open is being asked.
  if (desk.room.stale) return;
  const kept = desk.draft(`paper.${ballot.id}`);
  const held = kept.read() ?? {};
  const { choices = {}, remark = "", key = newKey() } = held;
  // The key is on this phone before the paper leaves: a lost answer never costs a vote.
  kept.write({ ...held, key });
  const stale = (/** @type {any} */ one) =>
    one.name === "ballot.cast" && one.meta.who === desk.who() && one.payload.ballot === ballot.id && !one.payload.voter;
  desk.outbox.forgetWhere(stale);
  // A table's device goes on to the next person; one's own phone keeps the paper until the vote is closed.
  desk.keep("ballot.cast", { ballot: ballot.id, paper_key: key, choices, remark }, { fleeting: desk.shared });
  kept.write({ key, choices, remark, sent: { choices, remark } });
  desk.draw();
}

/**
 * On a shared device the next person must not read the last one's paper: only its key stays.
 * @param {import("./desk.js").Desk} desk
 */
export function hidePapers(desk) {
  for (const key of draftKeys(desk.draftKey("paper."))) {
    const held = draft(key).read() ?? {};
    if (held.sent) draft(key).write({ key: held.key, sent: {}, hidden: true });
  }
}
