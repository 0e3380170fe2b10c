/**
 * The list of participants as plain values: who is present, by table, and who may be there twice.
 * Nothing here tells who has written: only counts per table exist, and they come from the server.
 */
import { plain } from "./wall-filters.js";

/** Everybody present, in the order of table, then name, then arrival. */
export function present(participants, tables) {
  const number = new Map(tables.map((table) => [table.id, table.number]));
  return participants
    .filter((one) => one.state === "present")
    .map((one, order) => ({ one, order }))
    .sort(
      (a, b) =>
        (number.get(a.one.table) ?? 99) - (number.get(b.one.table) ?? 99) ||
        plain(a.one.name).localeCompare(plain(b.one.name)) ||
        a.order - b.order,
    )
    .map(({ one }) => one);
}

/** People whose name, service or table holds the words. */
export function found(people, text, services) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return people.filter((one) => {
    const service = services.get(one.service);
    const said = plain(`${one.name ?? ""} ${service?.short ?? ""} ${service?.name ?? ""} table ${one.table}`);
    return words.every((word) => said.includes(word));
  });
}

/**
 * Pairs that look like one person: same service and table, and the same name or one without.
 * Two people of one service without a name at one table are not told apart, so not suspected.
 */
export function doubles(people) {
  const pairs = [];
  for (const [index, one] of people.entries()) {
    for (const other of people.slice(index + 1)) {
      if (one.service !== other.service || !sameName(one, other)) continue;
      pairs.push([one, other]);
    }
  }
  return pairs;
}

function sameName(one, other) {
  const [a, b] = [plain(one.name).trim(), plain(other.name).trim()];
  return a !== "" && a === b;
}

/** How full a table is and how many have written, from the live values. */
export function attendance(table, people, live) {
  const seen = live?.tables?.[table.id] ?? {};
  const members = people.filter((one) => one.table === table.id);
  return {
    members,
    joined: members.length,
    connected: seen.present ?? 0,
    written: seen.written ?? 0,
  };
}
