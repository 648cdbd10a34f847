/** Characters of one line of a plugin's log; a longer one is cut and ends in one more, `…`. */
export const LOG_LINE_LIMIT = 8 * 1024;

/** Fields of a line, and characters of the name and of the value of one. */
export const LOG_FIELDS_LIMIT = 20;
export const LOG_FIELD_LIMIT = 1024;
