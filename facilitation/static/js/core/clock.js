/** Time as the server counts it: what is left of a step, told in minutes and seconds. */

/**
 * Milliseconds left of a step; null when it has no clock.
 * @param {{state?: string, ends_at?: number|null, remaining?: number|null}|undefined} step
 * @param {number} now
 * @returns {number|null}
 */
export function remaining(step, now) {
  if (!step) return null;
  if (step.state === "paused") return step.remaining ?? 0;
  if (step.state !== "running" || step.ends_at == null) return null;
  return step.ends_at - now;
}

/**
 * Milliseconds left to write; null when nobody writes, or nobody counts.
 * @param {{state?: string, writing_open?: boolean, writing_ends_at?: number|null}|undefined} step
 * @param {number} now
 * @returns {number|null}
 */
export function writingLeft(step, now) {
  if (!step?.writing_open || step.state === "paused" || step.writing_ends_at == null) return null;
  return Math.max(0, step.writing_ends_at - now);
}

/**
 * Milliseconds as a clock: 4:05, or +0:30 once the time is over.
 * @param {number} ms
 */
export function formatClock(ms) {
  const over = ms < 0;
  const seconds = over ? Math.floor(-ms / 1000) : Math.ceil(ms / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return over ? `+${text}` : text;
}

/**
 * Call a function now and each second, while the page is seen.
 * @param {() => void} draw
 * @returns {() => void} stops it
 */
export function tick(draw) {
  const timer = setInterval(() => {
    if (!document.hidden) draw();
  }, 1000);
  draw();
  return () => clearInterval(timer);
}
