/**
 * Planned time against lived time: when each step should begin now, and by how much the room
 * is late or early. Pure arithmetic in milliseconds; the words are the only thing of language.
 */
import { _, clockTime, n_ } from "../../core/i18n.js";

export const MINUTE = 60_000;
const FAR = 3 * 60 * MINUTE;

/** The planned start of a step on the day that `now` belongs to. */
export function plannedStart(step, now) {
  const day = new Date(now);
  day.setHours(0, Math.round(step.starts), 0, 0);
  return day.getTime();
}

/** When the running step will end, as things stand; now at the earliest. */
export function likelyEnd(step, now) {
  if (step.state === "done") return step.finished_at ?? now;
  const end = step.state === "paused" ? now + (step.remaining ?? 0) : (step.ends_at ?? now);
  return Math.max(end, now);
}

/**
 * Minutes late (positive) or early (negative), and whether they count from the real start of the
 * day: a rehearsal in the evening is not twelve hours late.
 * @returns {{minutes: number, since: number|null}|null} null before the first step
 */
export function drift(steps, now) {
  const current =
    steps.find((step) => step.state === "running" || step.state === "paused") ??
    steps.filter((step) => step.state === "done").sort((a, b) => b.finished_at - a.finished_at)[0];
  if (!current) return null;
  const late = likelyEnd(current, now) - plannedStart(current, now) - current.minutes * MINUTE;
  if (Math.abs(late) <= FAR) return { minutes: Math.round(late / MINUTE), since: null };
  const first = steps.filter((step) => step.started_at).sort((a, b) => a.started_at - b.started_at)[0];
  if (!first) return null;
  const offset = first.started_at - plannedStart(first, now);
  return { minutes: Math.round((late - offset) / MINUTE), since: first.started_at };
}

/** The drift said in words, as one would say it to a colleague. */
export function driftInWords(found) {
  if (!found) return _("La journée n’a pas commencé");
  const { minutes } = found;
  if (Math.abs(minutes) < 2) return _("À l’heure");
  if (Math.abs(minutes) >= 60) return hoursInWords(minutes);
  return minutes > 0
    ? n_("%(n)s minute de retard", "%(n)s minutes de retard", minutes, { n: minutes })
    : n_("%(n)s minute d’avance", "%(n)s minutes d’avance", -minutes, { n: -minutes });
}

function hoursInWords(minutes) {
  const time = clockTime(Math.abs(minutes));
  return minutes > 0 ? _("%(time)s de retard", { time }) : _("%(time)s d’avance", { time });
}

/** For each step: planned start, and real or likely start. */
export function timetable(steps, now) {
  const found = drift(steps, now);
  const offset = found ? found.minutes * MINUTE + sinceOffset(steps, found, now) : 0;
  return steps.map((step) => ({
    step,
    planned: plannedStart(step, now),
    lived: step.started_at ?? null,
    likely: step.started_at || !found ? null : plannedStart(step, now) + offset,
  }));
}

function sinceOffset(steps, found, now) {
  if (!found.since) return 0;
  const first = steps.find((step) => step.started_at === found.since);
  return first ? found.since - plannedStart(first, now) : 0;
}

/** Steps in the order of the running order. */
export function inOrder(steps) {
  return [...steps].sort((a, b) => a.position - b.position);
}

/** The step the room is in, the one before and the one after. */
export function around(steps, currentId) {
  const list = inOrder(steps);
  const index = list.findIndex((step) => step.id === currentId);
  const current = list[index] ?? null;
  return { current, previous: index > 0 ? list[index - 1] : null, next: list[index + 1] ?? null };
}
