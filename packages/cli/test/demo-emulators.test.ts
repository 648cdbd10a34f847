import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AcmeInstitution, CREDENTIALS, PASSWORD } from './acme-institution.js';
import { Place, type Outcome } from './bourse.js';
import { buildPlugin } from './build-plugin.js';

const place = new Place();
const acme = new AcmeInstitution();
let origins: Record<string, string>;

beforeAll(async () => {
  buildPlugin('acme-online', join(place.plugins, 'acme-online'));
  const manifest = readFileSync(join(place.plugins, 'acme-online', 'dist', 'manifest.json'));
  place.write(
    'digests.json',
    JSON.stringify([`sha256:${createHash('sha256').update(manifest).digest('hex')}`]),
  );
  const [origin = '', url = ''] = (await acme.open()).split('=');
  // An emulator may stand in for more than a plugin reaches.
  origins = { [origin]: url, 'wss://stream.acme.example': 'ws://127.0.0.1:1' };
}, 60_000);

afterAll(async () => {
  await acme[Symbol.asyncDispose]();
  place[Symbol.dispose]();
});

/** Runs the demo while the institution answers. */
async function demo(emulators: string, ...words: string[]): Promise<Outcome> {
  place.write('emulators.json', emulators);
  const child = place.start(['demo', '--emulators', 'emulators.json', ...words], {
    BOURSE_APPROVED_DIGESTS: join(place.files, 'digests.json'),
    TMPDIR: place.folder,
  });
  child.stdin.end();
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await ended, stdout, stderr };
}

const described = (credentials: string): string =>
  JSON.stringify([
    { name: 'acme-online', origins, credentials: JSON.parse(credentials) },
    { name: 'nobody', origins: {}, credentials: {} },
  ]);

test('a demo syncs with emulators, says that their data are simulated, and where ledger and institution differ', async () => {
  acme.cash = '60';
  const { status, stdout, stderr } = await demo(described(CREDENTIALS));
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).not.toContain(PASSWORD);
  expect(stdout).toContain('Synced with emulators on this machine; no institution was asked');
  expect(stdout).toMatch(
    /acme-online +accounts, transactions, positions +4 +0 +0 +1 +0 +1 of 2 figures differ/,
  );
  expect(stdout).toMatch(/Simulated, all of it\n +development connections to emulators +acme-online/);
  expect(stdout).toMatch(/What they were allowed.*\n +acme-online +reads from https:\/\/api\.acme\.example;/);
  expect(stdout).toContain('\n\nWhat none of them could use\n  ✗ any other address');
});

test('what went wrong with a connection is told below the table and in the exit code', async () => {
  const { status, stdout } = await demo(described(JSON.stringify({ user: 'me', password: 'wrong' })));
  expect(status).toBe(1);
  expect(stdout).toMatch(/acme-online\n✗ AUTH_INVALID/);
});

test.each(['[{"name":1}]', '{}', 'not JSON'])(
  'a file of emulators that holds %j is refused',
  async (content) => {
    const { status, stderr } = await demo(content);
    expect(status).toBe(1);
    expect(stderr).toContain('INPUT_UNREADABLE');
    expect(stderr).not.toContain(PASSWORD);
  },
);
