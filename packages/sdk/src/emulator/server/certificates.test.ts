import { afterEach, expect, test } from '@jest/globals';
import { get } from 'node:https';
import { defineEmulator } from '../define-emulator.js';
import { acme } from '../fixtures/acme-emulator.js';

let running: Awaited<ReturnType<typeof acme.start>>;

afterEach(() => running.close());

function status(authority: string | undefined, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const port = new URL(running.baseUrl).port;
    const options = { port, path: '/v1/time', host: '127.0.0.1', agent: false, ca: authority };
    get({ ...options, servername: host, headers: { host } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    }).on('error', reject);
  });
}

test.each(['api.acme.example', 'files.acme.example', 'localhost'])(
  'a client that trusts the authority reaches %s',
  async (host) => {
    running = await acme.start({ tls: true });
    expect(running.baseUrl).toMatch(/^https:/);
    expect(running.origins['wss://api.acme.example']).toMatch(/^wss:/);
    expect(await status(running.certificateAuthority, host)).toBe(200);
  },
);

test('an address is reached too, and over TLS a connection can be reset', async () => {
  running = await acme.start({ tls: true });
  const reach = (): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { certificateAuthority: ca } = running;
      get(`${running.baseUrl}/v1/time`, { ca, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      }).on('error', reject);
    });
  expect(await reach()).toBe(200);
  running.faults.inject({ kind: 'reset' });
  await expect(reach()).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a client that does not trust it refuses', async () => {
  running = await acme.start({ tls: true });
  const other = await acme.start({ tls: true });
  await expect(status(undefined, 'api.acme.example')).rejects.toThrow();
  await expect(status(other.certificateAuthority, 'api.acme.example')).rejects.toThrow();
  await other.close();
});

test('a program on the user’s machine has a certificate of its own, another one each time', async () => {
  const program = defineEmulator({ ...acme, origins: ['loopback:5000', ...acme.origins] });
  running = await program.start({ tls: true });
  expect(await status(running.certificateAuthority, 'localhost')).toBe(200);
  const [authority, own] = (running.certificateAuthority ?? '').split(/(?<=-----END CERTIFICATE-----\r?\n)/);
  expect(await status(own, 'localhost')).toBe(200);
  await expect(status(authority, 'localhost')).rejects.toThrow();
  const other = await program.start({ tls: true });
  await expect(status(other.certificateAuthority, 'localhost')).rejects.toThrow();
  await other.close();
});

test.each([
  ['expired', 'CERT_HAS_EXPIRED'],
  ['otherName', 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const)('a certificate can be bad: %s', async (badCertificate, code) => {
  running = await acme.start({ tls: true, badCertificate });
  await expect(status(running.certificateAuthority, 'api.acme.example')).rejects.toMatchObject({ code });
});
