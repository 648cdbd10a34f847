/** How a record reached us: in a statement file, or in an answer of the institution. */
export const SOURCE_CHANNELS = ['STATEMENT', 'API'] as const;

/** One of {@link SOURCE_CHANNELS}. */
export type SourceChannel = (typeof SOURCE_CHANNELS)[number];
