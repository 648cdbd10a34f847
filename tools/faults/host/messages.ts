/** What a host of a run is started with. */
export interface HostOptions {
  readonly home: string;
  /** The folder that the host looks for plugins in. */
  readonly plugins: string;
  /** Path of the program that runs in each cell. */
  readonly guest: string;
  /** Ids of the plugins that the user approves at the start. */
  readonly approved: readonly string[];
}

/** What the observer asks a host to do. */
export type Request =
  | { readonly ask: 'open'; readonly options: HostOptions }
  /** Calls `listAccounts`; answered with an {@link Outcome}. */
  | { readonly ask: 'call'; readonly id: string; readonly cursor: string; readonly deadlineMs?: number }
  | { readonly ask: 'load' | 'unload' | 'enable'; readonly id: string }
  /** Collects garbage; answered with a {@link HostMemory}. */
  | { readonly ask: 'memory' }
  | { readonly ask: 'close' };

/** What a call ended with, as its caller sees it. */
export type Outcome = { readonly value: unknown } | { readonly code: string; readonly message: string };

/** In bytes, after a collection of garbage. */
export interface HostMemory {
  /** What is alive: objects, and the buffers that belong to them. */
  readonly live: number;
  readonly rss: number;
}
