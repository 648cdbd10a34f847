let hostNow = 0;

/** Milliseconds since 1970 as the host last said; the time stands still in between, so that a replay is exact. */
export function now(): number {
  return hostNow;
}

export function setNow(milliseconds: number): void {
  hostNow = milliseconds;
}
