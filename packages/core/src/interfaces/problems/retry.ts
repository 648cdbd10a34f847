/** Whether doing the same again is safe, pointless or dangerous. */
export const RETRIES = ['safe', 'never', 'unknown-outcome'] as const;

/** One of {@link RETRIES}. */
export type Retry = (typeof RETRIES)[number];
