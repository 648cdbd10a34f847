import { ProblemError } from '../interfaces/index.js';

/** The vault cannot be opened; nothing is wrong with what it holds, as far as can be seen. */
export function locked(message: string, remedy: string, cause?: unknown): ProblemError {
  return new ProblemError({ code: 'VAULT_LOCKED', message, remedy }, { cause });
}

/** What the vault holds is not what was written. */
export function damaged(message: string, path?: string): ProblemError {
  const place = path === undefined ? {} : { place: { path } };
  return new ProblemError({ code: 'VAULT_DAMAGED', message, ...place });
}
