/** How well a plugin keeps what is asked of it, the least first. Each level asks for those before it, too. */
export const QUALITY_LEVELS = ['bronze', 'silver', 'gold'] as const;

export type QualityLevel = (typeof QUALITY_LEVELS)[number];

/** Whether a level is at least another one; `none` is below all. */
export function reaches(level: QualityLevel | 'none', wanted: QualityLevel): boolean {
  return level !== 'none' && QUALITY_LEVELS.indexOf(level) >= QUALITY_LEVELS.indexOf(wanted);
}
