import { DEFAULT_LIMITS, type CellLimits } from '../host/limits.js';

/** The limits of a cell as a bundle tells them, where they are no wider than the host's own: a bundle may come from anyone. */
export function replayLimits(
  told: Readonly<Record<string, number>>,
  limits: Partial<CellLimits> = {},
): CellLimits {
  const own: CellLimits = { ...DEFAULT_LIMITS, ...limits };
  const narrower = Object.entries(own).map(([name, most]) => {
    const then = told[name] ?? most;
    return [name, then > 0 && then < most ? then : most];
  });
  return { ...own, ...Object.fromEntries(narrower) };
}
