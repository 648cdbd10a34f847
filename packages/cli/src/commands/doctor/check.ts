import type { Problem } from '@bourse/core/interfaces';
import { toFailure } from '../../failure.js';

/** What one look at the installation has shown. */
export interface Check {
  readonly name: string;
  readonly result: 'ok' | 'warning' | 'failure';
  readonly detail: string;
  readonly remedy?: string;
}

/** Makes a check of what goes wrong while looking. */
export async function attempt(name: string, look: () => Check | Promise<Check>): Promise<Check> {
  try {
    return await look();
  } catch (error) {
    return fromProblem(name, toFailure(error));
  }
}

function fromProblem(name: string, { message, remedy }: Problem): Check {
  return { name, result: 'failure', detail: message, ...(remedy === undefined ? {} : { remedy }) };
}
