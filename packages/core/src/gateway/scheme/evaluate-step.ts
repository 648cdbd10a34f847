import { createHash, createHmac, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import type { SigningStep, SigningValue } from '../../interfaces/index.js';
import { formProblem } from './recipe-problem.js';
import type { RecipeRun } from './recipe-run.js';
import { derivedValue, openValue, type RecipeValue } from './recipe-value.js';
import { signJwt } from './steps/jwt.js';
import { randomText } from './steps/nonce.js';
import { joinParameters } from './steps/parameters.js';
import { MAX_EXPONENT, MAX_MODULUS, modularPower, withoutLeadingZeros } from './steps/power.js';
import { decryptPkcs1 } from './steps/rsa.js';
import { totpAt } from './steps/totp.js';
import { decodeText, encodeBytes, toText } from './text-encoding.js';
import { valuesOf } from './values-of.js';

/** The largest key and message of an RSA step, in bytes: 16,384 bits. */
const MAX_RSA = 2048;

type Step<Key extends string> = Extract<SigningStep, Record<Key, unknown>>;

/**
 * Runs one step.
 *
 * @param path Leads to the step in the manifest.
 */
export function evaluateStep(step: SigningStep, run: RecipeRun, path: string): RecipeValue {
  if ('time' in step) return openValue(timeText(step, run.ports.now()));
  if ('nonce' in step) return openValue(randomText(step.nonce, step.length, run.ports.random));
  if ('counter' in step) return openValue(String(run.ports.counter(run.ports.now())));
  // Random bytes are mostly a private exponent, so they are secret.
  if ('random' in step) return { bytes: run.ports.random(step.random), secret: true, short: false };
  const content = contentOf(step, run, path);
  const sources = valuesOf(step).map((value) => run.resolve(value, path));
  if ('parameters' in step && step.withQuery === true) sources.push(run.resolve({ request: 'query' }, path));
  return { ...derivedValue(content, sources), ...lengthOf(step) };
}

/** A digest or signature of something short can be searched for, since it is long itself; a code of six digits cannot. */
function lengthOf(step: SigningStep): { short?: boolean } {
  if ('totp' in step) return { short: true };
  return 'hash' in step || 'hmac' in step || 'rsaSign' in step || 'power' in step ? { short: false } : {};
}

function contentOf(
  step: Exclude<SigningStep, Step<'time'> | Step<'nonce'> | Step<'counter'> | Step<'random'>>,
  run: RecipeRun,
  path: string,
): string | Uint8Array {
  const bytes = (value: SigningValue): Uint8Array => run.resolve(value, path).bytes;
  if ('concat' in step) return Buffer.concat(step.concat.map(bytes));
  if ('encode' in step) return encodeBytes(bytes(step.encode), step.as) ?? noForm(path, 'UTF-8 text');
  if ('decode' in step)
    return decodeText(run.resolveText(step.decode, path), step.from) ?? noForm(path, `${step.from} text`);
  if ('hash' in step) return createHash(step.hash).update(bytes(step.of)).digest();
  if ('hmac' in step) return createHmac(step.hmac, bytes(step.key)).update(bytes(step.of)).digest();
  if ('totp' in step) return totpAt(bytes(step.totp), run.ports.now());
  if ('jwt' in step) return jwt(step, run, path);
  if ('rsaSign' in step) return rsaSign(step, run, path);
  if ('rsaDecrypt' in step) return rsaDecrypt(step, run, path);
  if ('power' in step) return power(step, run, path);
  if ('parameters' in step) return joinParameters(pairsOf(step, run, path), step.encoded);
  const [first = 0] = bytes(step.signed);
  return first < 0x80
    ? Uint8Array.from(bytes(step.signed))
    : Buffer.concat([Buffer.alloc(1), bytes(step.signed)]);
}

/** @param now Milliseconds since 1970. */
function timeText({ time, plus = 0 }: Step<'time'>, now: number): string {
  const instant = Math.floor(now) + plus * 1000;
  if (time === 'iso') return new Date(instant).toISOString();
  return String(time === 'seconds' ? Math.floor(instant / 1000) : instant);
}

function jwt({ jwt: algorithm, key, header, payload }: Step<'jwt'>, run: RecipeRun, path: string): string {
  const privateKey = keyOf(key, run, path);
  const isRight =
    algorithm === 'EdDSA'
      ? privateKey.asymmetricKeyType === 'ed25519'
      : privateKey.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (!isRight) return noForm(path, algorithm === 'EdDSA' ? 'Ed25519 key' : 'P-256 key');
  const texts = (members: Readonly<Record<string, SigningValue>>): Record<string, string> =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, run.resolveText(value, path)]));
  return signJwt(algorithm, privateKey, texts(header), texts(payload));
}

function rsaSign({ rsaSign: hash, key, of }: Step<'rsaSign'>, run: RecipeRun, path: string): Uint8Array {
  return sign(hash, run.resolve(of, path).bytes, rsaKeyOf(key, run, path));
}

function rsaDecrypt(
  { rsaDecrypt: value, key }: Step<'rsaDecrypt'>,
  run: RecipeRun,
  path: string,
): Uint8Array {
  const { bytes } = run.resolve(value, path);
  return decryptPkcs1(rsaKeyOf(key, run, path), bytes) ?? noForm(path, 'text encrypted for this key');
}

function power(step: Step<'power'>, run: RecipeRun, path: string): Uint8Array {
  const [base, exponent, modulus] = [step.power, step.exponent, step.modulus].map((value) =>
    withoutLeadingZeros(run.resolve(value, path).bytes),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  const fits = base.length <= MAX_MODULUS && exponent.length <= MAX_EXPONENT && modulus.length <= MAX_MODULUS;
  if (modulus.length === 0 || !fits) return noForm(path, 'number of at most 8192 bits');
  return modularPower(base, exponent, modulus);
}

function pairsOf(
  { parameters, withQuery }: Step<'parameters'>,
  run: RecipeRun,
  path: string,
): [string, string][] {
  const own = Object.entries(parameters).map<[string, string]>(([name, value]) => [
    name,
    run.resolveText(value, path),
  ]);
  return withQuery === true ? [...own, ...run.request.url.searchParams] : own;
}

function rsaKeyOf(value: SigningValue, run: RecipeRun, path: string): KeyObject {
  const key = keyOf(value, run, path);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? Number.POSITIVE_INFINITY;
  if (key.asymmetricKeyType !== 'rsa' || bits > MAX_RSA * 8) return noForm(path, 'RSA key');
  return key;
}

/** Errors of the parser say something of the key, so they are not kept. */
function keyOf(value: SigningValue, run: RecipeRun, path: string): KeyObject {
  const pem = toText(run.resolve(value, path).bytes) ?? noForm(path, 'PEM text');
  try {
    return createPrivateKey(pem);
  } catch {
    return noForm(path, 'private key in PEM form');
  }
}

function noForm(path: string, expected: string): never {
  throw formProblem(path, `A value is no ${expected}.`);
}
