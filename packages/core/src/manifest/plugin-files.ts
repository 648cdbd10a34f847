import type { FailedReading } from './read-file.js';

/** The content of a file, or why it cannot be had. */
export type ContentReading = { readonly bytes: Uint8Array } | FailedReading;

/** The files of one plugin package, wherever it lies. Paths are below the package, without `./`. */
export interface PluginFiles<Reading extends ContentReading = ContentReading> {
  /** How a file is named to the user. */
  nameOf(path: string): string;
  /** Reads a file once; links on the way are refused. */
  read(path: string, limit: number): Reading;
}
