import { createInterface } from 'node:readline/promises';
import type { Terminal } from './terminal.js';

/** Asks a question that only a clear yes answers with true; where nobody can be asked the answer is no. */
export async function confirm(question: string, terminal: Terminal, signal: AbortSignal): Promise<boolean> {
  if (!terminal.isInteractive) return false;
  const reader = createInterface({ input: terminal.input });
  try {
    await terminal.errors.write([`${question} [y/N] `]);
    const answer = await reader.question('', { signal });
    return ['y', 'yes'].includes(answer.trim().toLowerCase());
  } finally {
    reader.close();
  }
}
