/** Something that the reader has to mend; the message says what, and what to type. */
export class BootstrapError extends Error {}
