import { createInterface } from 'node:readline';
import type { Terminal } from './terminal.js';

/** Asks a question that only a clear yes answers with true; where nobody can be asked the answer is no. */
export async function confirm(question: string, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  if (!terminal.isInteractive) return false;
  await terminal.errors.write([`${question} [y/N] `]);
  const reader = createInterface({ input: terminal.input, signal });
  for await (const line of reader) {
    reader.close();
    return ['y', 'yes'].includes(line.trim().toLowerCase());
  }
  return false;
}
