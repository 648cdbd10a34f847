/** Where a command runs and what it speaks to. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Writes to standard output: the result. */
  readonly write: (text: string) => void;
  /** Writes to standard error: why there is none. */
  readonly complain: (text: string) => void;
  /** The lines of standard input, until it ends. */
  readonly requests: () => AsyncIterable<string>;
  /** Settles when the user ends what runs, with Ctrl-C for example. */
  readonly ended: () => Promise<unknown>;
}

/** The exit code of a command: done, refused, or not understood. */
export type ExitCode = 0 | 1 | 2;
