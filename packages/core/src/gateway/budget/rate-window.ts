/** A minute is counted in slots; a slot more than a minute is looked at, so that no minute has more than it may. */
const SLOT_MS = 5_000;
const SLOTS = 13;

/** Requests by slot; a slot is a number of five seconds since 1970. */
export type RateWindow = Readonly<Record<string, number>>;

/** How many requests may be made now without any minute having more than `perMinute`. */
export function freeIn(window: RateWindow, perMinute: number, now: number): number {
  return Math.max(0, perMinute - sum(present(window, now)));
}

/** The window after so many requests at this time; what is too old to matter is gone. */
export function addTo(window: RateWindow, count: number, now: number): RateWindow {
  const slot = String(slotOf(now));
  const kept = present(window, now);
  return { ...kept, [slot]: (kept[slot] ?? 0) + count };
}

/** When the next request is free where none is now, in milliseconds since 1970. */
export function freeAt(window: RateWindow, now: number): number {
  const oldest = Math.min(...Object.keys(present(window, now)).map(Number));
  return Number.isFinite(oldest) ? (oldest + SLOTS) * SLOT_MS : now;
}

/** Until when what is counted now may be made, in milliseconds since 1970. */
export function slotEnd(now: number): number {
  return (slotOf(now) + 1) * SLOT_MS;
}

/** What lies beyond the next slot was counted by a clock that was ahead and was set back since. */
function present(window: RateWindow, now: number): Record<string, number> {
  const slot = slotOf(now);
  return Object.fromEntries(
    Object.entries(window).filter(([other]) => Number(other) > slot - SLOTS && Number(other) <= slot + 1),
  );
}

function sum(window: RateWindow): number {
  return Object.values(window).reduce((total, count) => total + count, 0);
}

function slotOf(now: number): number {
  return Math.floor(now / SLOT_MS);
}
