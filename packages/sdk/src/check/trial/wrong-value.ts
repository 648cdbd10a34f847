import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { CredentialForm } from '@bourse/core/interfaces';

/** The letters of each form, in its order. */
const LETTERS: Readonly<Record<Exclude<CredentialForm, 'text' | 'pem'>, string>> = {
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  hexadecimal: '0123456789abcdef',
};

/** Another value of the same form; undefined where none can be made of it. */
export function wrongLike(right: string, form: CredentialForm): string | undefined {
  if (form === 'pem') return otherKey(right);
  return form === 'text' ? otherText(right) : otherLetter(right, LETTERS[form]);
}

function otherText(text: string): string {
  return text
    .replace(/[0-8]/g, (digit) => String(Number(digit) + 1))
    .replace(/[a-y]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
}

/** Only the second letter is another one: the first may not be zero, the last ones may have bits to spare. */
function otherLetter(text: string, letters: string): string {
  const [second = ''] = text.slice(1);
  const written = [second, second.toUpperCase(), second.toLowerCase()].find((each) => letters.includes(each));
  const other = letters[(letters.indexOf(written ?? '') + 1) % letters.length] ?? '';
  return text.slice(0, 1) + other + text.slice(2);
}

/** A private key of the same type and size, written in the same way. */
function otherKey(pem: string): string | undefined {
  const type = /BEGIN EC PRIVATE/.test(pem) ? 'sec1' : /BEGIN RSA PRIVATE/.test(pem) ? 'pkcs1' : 'pkcs8';
  try {
    return generateLike(createPrivateKey(pem)).export({ type, format: 'pem' }).toString();
  } catch {
    return undefined;
  }
}

/** @throws Error for types of keys that sign nothing here. */
function generateLike({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): KeyObject {
  const { modulusLength = 2048, namedCurve = 'P-256' } = asymmetricKeyDetails;
  if (asymmetricKeyType === 'rsa') return generateKeyPairSync('rsa', { modulusLength }).privateKey;
  if (asymmetricKeyType === 'ec') return generateKeyPairSync('ec', { namedCurve }).privateKey;
  if (asymmetricKeyType === 'ed25519') return generateKeyPairSync('ed25519').privateKey;
  throw new Error(`No other key of the type ${asymmetricKeyType} is made`);
}
