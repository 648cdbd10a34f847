/** Codes that a command ends with. */
export const EXIT_CODES = {
  ok: 0,
  /** An input was refused, or something went wrong. */
  refused: 1,
  /** The command line cannot be understood. */
  usage: 2,
} as const;
