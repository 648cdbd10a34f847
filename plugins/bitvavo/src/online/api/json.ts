import { isDecimal, ProblemError, type Decimal } from '@bourse/sdk';

/** The members of an object in an answer. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws ProblemError MALFORMED_RESPONSE */
export function readObject(value: unknown, path: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw malformed(`${path} is no object.`, path);
}

/** @throws ProblemError MALFORMED_RESPONSE */
export function readList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw malformed(`${path} is no list.`, path);
}

/** @throws ProblemError MALFORMED_RESPONSE */
export function readText(object: JsonObject, name: string, path: string): string {
  const value = object[name];
  if (typeof value === 'string' && value !== '') return value;
  throw malformed(`"${name}" is no text.`, `${path}.${name}`);
}

/** Amounts and prices come as texts. */
export function readDecimal(object: JsonObject, name: string, path: string): Decimal {
  const value = object[name];
  if (typeof value === 'string' && isDecimal(value)) return value;
  throw malformed(`"${name}" is no decimal text.`, `${path}.${name}`);
}

/** Counts and milliseconds come as numbers. */
export function readInteger(object: JsonObject, name: string, path: string): number {
  const value = object[name];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw malformed(`"${name}" is no whole number.`, `${path}.${name}`);
}

export function malformed(message: string, path: string, retry?: 'safe'): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `Bitvavo: ${message}`,
    place: { path },
    ...(retry === undefined ? {} : { retry }),
  });
}
