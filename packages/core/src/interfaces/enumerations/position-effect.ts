/** What a fill does to the position (FIX 77 PositionEffect). */
export const POSITION_EFFECTS = ['OPEN', 'CLOSE', 'CLOSE_AND_OPEN'] as const;

/** One of {@link POSITION_EFFECTS}. */
export type PositionEffect = (typeof POSITION_EFFECTS)[number];
