import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Terminal } from './terminal.js';

/** How a question is asked. */
export interface AskOptions {
  readonly signal: AbortSignal;
  /** What is typed is not shown. */
  readonly isHidden?: boolean;
}

/** Asks for a line; undefined where nobody can be asked or nothing comes. */
export async function ask(
  question: string,
  terminal: Terminal,
  { signal, isHidden = false }: AskOptions,
): Promise<string | undefined> {
  if (!terminal.isInteractive) return undefined;
  terminal.progress.clear();
  await terminal.errors.write([`${question} `]);
  // A reader with a terminal of its own keeps the system from showing what is typed.
  const muted = isHidden ? { output: new Mute(), terminal: true } : {};
  const reader = createInterface({ input: terminal.input, signal, ...muted });
  try {
    for await (const line of reader) return line;
    return undefined;
  } finally {
    reader.close();
    if (isHidden) await terminal.errors.write(['\n']);
  }
}

/** Shows nothing. */
class Mute extends Writable {
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }
}
