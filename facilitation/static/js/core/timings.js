/** The one table of the browser's times, in milliseconds; the server's is `realtime/timings.py`. */

/** How long a command may travel before the same key is sent again. */
export const COMMAND = 15_000;

/** How long an answer by HTTP may take when the page asks how things stand. */
export const ANSWER = 3_000;

/** A link silent for this long is doubted, and asked. With `ANSWER` this keeps the promise of eight seconds. */
export const DOUBT = 4_000;

/** A clock that jumps this far slept: whatever the page shows may be old. */
export const JUMP = 5_000;

/** How often the page looks at its clock and at its link. */
export const LOOK = 500;

/** How long a broken link goes by « reconnexion » before it is called lost. */
export const STUTTER = 4_000;

/** Pauses between tries: the first, and the longest while the page is in sight. */
export const FIRST_PAUSE = 300;
export const LONGEST_PAUSE = 5_000;

/** How long a new socket may take to open, and the longest pause before the next one. */
export const OPENING = 5_000;
export const LONGEST_REOPENING = 3_000;

/** How long what a restored server does not know yet may be brought back by another device. */
export const BROUGHT_BACK = 600_000;

/** How long the phone's own disk may take, before the next best place is used. */
export const DISK = 3_000;

/** How long typing may go on before it is written to the disk, at most. */
export const TYPED = 700;

/** How long the disk remembers that a draft was cleared: browsers write their plain storage down within seconds. */
export const CLEARED = 3_600_000;
