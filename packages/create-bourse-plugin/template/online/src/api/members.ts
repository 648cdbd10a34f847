import { ProblemError } from '@bourse/sdk';

/** The text of a member. @throws ProblemError MALFORMED_RESPONSE where it is missing or something else */
export function textOf(value: unknown, name: string): string {
  const member = memberOf(value, name);
  if (typeof member === 'string') return member;
  throw malformed(`"${name}" is no text.`, name);
}

/** The list of a member. @throws ProblemError MALFORMED_RESPONSE where it is missing or something else */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name);
  if (Array.isArray(member)) return member;
  throw malformed(`"${name}" is no list.`, name);
}

/** The number of the page behind the one that was asked for; undefined behind the last one. */
export function nextPageOf(value: unknown, asked: string | undefined): string | undefined {
  const page = memberOf(value, 'nextPage');
  if (page === null) return undefined;
  if (typeof page !== 'string' || !/^[1-9]\d{0,8}$/.test(page))
    throw malformed('"nextPage" is no number of a page.', 'nextPage');
  if (Number(page) > Number(asked ?? 0)) return page;
  throw malformed('Another page was answered than was asked for.', 'nextPage');
}

export function malformed(message: string, path: string, retry: 'safe' | 'never' = 'never'): ProblemError {
  return new ProblemError({ code: 'MALFORMED_RESPONSE', message, place: { path }, retry });
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value === 'object' && value !== null) return Reflect.get(value, name);
  throw malformed('The answer is no object.', name);
}
