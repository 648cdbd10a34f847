import type { Call } from '@bourse/sdk/emulator';
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import type { IbkrWorld } from '../../world.js';
import { baseString, readAuthorization, type Authorization } from './authorization.js';
import { decryptSecret } from './decrypt-secret.js';

const NONCE = /^[A-Za-z0-9]+$/;

/** @throws Error that says why the request for a live session token is not signed as it must be */
export function checkTokenRequest(call: Call, world: IbkrWorld): { challenge: string; secret: Buffer } {
  const { parameters, signature } = expectParameters(call, world, 'RSA-SHA256', ['diffie_hellman_challenge']);
  const { signatureKey = '', encryptionKey = '', accessTokenSecret = '' } = world.credentials;
  const secret = decryptSecret(encryptionKey, accessTokenSecret);
  const key = createPublicKey(signatureKey);
  expectSigned(call, (url) =>
    verify(
      'sha256',
      Buffer.from(secret.toString('hex') + baseString(call.method, url, parameters)),
      key,
      Buffer.from(signature, 'base64'),
    ),
  );
  const challenge = parameters.diffie_hellman_challenge ?? '';
  if (!/^[0-9a-f]+$/.test(challenge)) throw new Error('the challenge is no lower-case hexadecimal number');
  return { challenge, secret };
}

/** @throws Error that says why a request is not signed with the live session token */
export function checkSignedRequest(call: Call, world: IbkrWorld): void {
  const { session } = world.state.portal;
  if (session === undefined) throw new Error('there is no live session token');
  if (world.now() >= session.expiresAt) throw new Error('the live session token has expired');
  const { parameters, signature } = expectParameters(call, world, 'HMAC-SHA256', []);
  const given = Buffer.from(signature, 'base64');
  const { token } = session;
  expectSigned(call, (url) => {
    const expected = createHmac('sha256', token)
      .update(baseString(call.method, url, parameters))
      .digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/**
 * Signed is the URL of the institution. A client that knows the loopback address alone signs that one: it is let in,
 * and the journal says so.
 *
 * @throws Error where neither is signed
 */
function expectSigned(call: Call, isSigned: (url: URL) => boolean): void {
  if (isSigned(call.url)) return call.judge('valid');
  const named = new URL(call.localUrl);
  named.hostname = 'localhost';
  if (![call.localUrl, named].some(isSigned)) throw new Error('the signature is wrong');
  call.judge('valid', 'signed for the loopback address');
}

function expectParameters(
  call: Call,
  { scenario, state, credentials, now }: IbkrWorld,
  method: string,
  more: readonly string[],
): Authorization {
  const found = readAuthorization(call.header('authorization'));
  if (found === undefined) throw new Error('the header Authorization is none of OAuth');
  const { realm, parameters } = found;
  const expected = [
    ...more,
    'oauth_consumer_key',
    'oauth_nonce',
    'oauth_signature_method',
    'oauth_timestamp',
    'oauth_token',
  ];
  const names = Object.keys(parameters);
  if (names.toSorted().join() !== expected.join()) throw new Error(`the parameters are ${names.join(', ')}`);
  if (realm !== scenario.portal.realm) throw new Error(`the realm is "${realm}"`);
  if (parameters.oauth_consumer_key !== credentials.consumerKey) throw new Error('the consumer key is wrong');
  if (parameters.oauth_token !== credentials.accessToken) throw new Error('the access token is wrong');
  if (parameters.oauth_signature_method !== method) throw new Error(`the method is no ${method}`);
  const skew = Math.abs(Number(parameters.oauth_timestamp) * 1_000 - now());
  if (!(skew <= scenario.portal.clockTolerance)) throw new Error('the time is off');
  const nonce = parameters.oauth_nonce ?? '';
  if (!NONCE.test(nonce)) throw new Error('the nonce is not of letters and digits');
  if (state.portal.nonces.has(nonce)) throw new Error('the nonce was used before');
  state.portal.nonces.add(nonce);
  return found;
}
