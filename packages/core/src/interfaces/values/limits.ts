/** The most records of one kind in one part of a statement; a reader of a long file yields several parts. */
export const PART_MAX_RECORDS = 2_000;

/** The most items that one page of a list may hold. */
export const PAGE_MAX_ITEMS = 5_000;

/** Instruments that one call may ask quotes of. */
export const QUOTE_MAX_INSTRUMENTS = 100;
