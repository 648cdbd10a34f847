import { sign, type KeyObject } from 'node:crypto';

/** The members of a payload that are numbers: seconds since 1970. */
const NUMBERS: ReadonlySet<string> = new Set(['iat', 'nbf', 'exp']);

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** A JWS in compact form (RFC 7515, RFC 7518, RFC 8037); `alg` is the first member of its header. */
export function signJwt(
  algorithm: 'ES256' | 'EdDSA',
  key: KeyObject,
  header: Readonly<Record<string, string>>,
  payload: Readonly<Record<string, string>>,
): string {
  const claims = Object.entries(payload).map(([name, text]) => [
    name,
    NUMBERS.has(name) ? Number(text) : text,
  ]);
  return signCompact(
    algorithm,
    key,
    // Whatever the recipe says, the algorithm is that of the step.
    JSON.stringify(Object.assign({ alg: algorithm }, header, { alg: algorithm })),
    JSON.stringify(Object.fromEntries(claims)),
  );
}

/** A JWS of a header and a payload as they stand. */
export function signCompact(
  algorithm: 'ES256' | 'EdDSA',
  key: KeyObject,
  header: string,
  payload: string,
): string {
  const content = `${base64url(header)}.${base64url(payload)}`;
  const hash = algorithm === 'ES256' ? 'sha256' : null;
  const signature = sign(hash, Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' });
  return `${content}.${signature.toString('base64url')}`;
}
