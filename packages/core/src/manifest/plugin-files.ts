import type { FileReading } from './read-file.js';

/** The files of one plugin package, wherever it lies. Paths are below the package, without `./`. */
export interface PluginFiles {
  /** How a file is named to the user. */
  nameOf(path: string): string;
  /** Reads a file once, links on the way refused. */
  read(path: string, limit: number): FileReading;
}
