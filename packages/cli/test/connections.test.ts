import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AcmeInstitution, CREDENTIALS, PASSWORD } from './acme-institution.js';
import { Place, type Outcome } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { statement } from './statements.js';

const workshop = new Place();
const BUILT = join(workshop.folder, 'built');

beforeAll(() => buildPlugin('acme-online', BUILT), 120_000);
afterAll(() => workshop[Symbol.dispose]());

let place: Place;
let acme: AcmeInstitution;
let origin: string;

beforeEach(async () => {
  place = new Place();
  acme = new AcmeInstitution();
  origin = await acme.open();
  for (const part of ['package.json', 'plugin.json', 'dist'])
    cpSync(join(BUILT, part), join(place.plugins, 'acme-online', part), { recursive: true });
  await bourse(['plugins', 'approve', 'acme-online', '--yes']);
});

afterEach(async () => {
  place[Symbol.dispose]();
  await acme[Symbol.asyncDispose]();
});

/** Runs a command while the institution answers. */
const bourse = (
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Outcome> => place.tell(words, { BOURSE_KEYCHAIN: 'off', ...variables });

async function ask(
  words: readonly string[],
): Promise<{ status: number | null; answer: ReturnType<typeof JSON.parse> }> {
  const { status, stdout } = await bourse([...words, '--json']);
  return { status, answer: JSON.parse(stdout) };
}

const connect = (credentials = CREDENTIALS): Promise<Outcome> =>
  bourse(['connect', 'acme-online', '--development', origin], { BOURSE_CREDENTIALS: credentials });

/** Every byte that was ever written. */
const everything = (): string =>
  readdirSync(place.home, { recursive: true, encoding: 'utf8' })
    .map((file) => join(place.home, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');

describe('connect', () => {
  test('logs in, says what was granted and that this is not the institution, and keeps the password encrypted', async () => {
    const { status, stdout, stderr } = await connect();
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('acme-online Acme Securities is connected.');
    expect(stdout).toContain('This is a development connection. It does not reach the institution');
    expect(stdout).toContain(
      'reads from https://api.acme.example with "User name", "Password" (POST /login), at most 600 times a minute',
    );
    expect(stdout).toContain('a file that only you can read');
    expect(everything()).not.toContain(PASSWORD);
    const { stdout: list } = await bourse(['connections']);
    expect(list).toMatch(/acme-online.*development.*never/);
  });

  test('keeps nothing where the credentials are wrong, or are missing', async () => {
    const wrong = await connect('{"user":"me","password":"wrong"}');
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('AUTH_INVALID');
    const missing = await connect('{"user":"me"}');
    expect(missing.stderr).toContain('"Password" is missing.');
    expect(missing.stderr).toContain('give it as "password" in the JSON of credentials');
    const unreadable = await connect('{"user":"me","password":"shown');
    expect(unreadable.stderr).toContain('BOURSE_CREDENTIALS has to be a JSON object');
    expect(unreadable.stderr).not.toContain('shown');
    expect((await ask(['connections'])).answer).toEqual({ connections: [] });
    expect(acme.paths).toEqual(['/login']);
  });

  test('gives a connection other credentials, and forget takes all of it away', async () => {
    await connect();
    const again = await bourse(['connect', 'acme-online'], {
      BOURSE_CREDENTIALS: '{"password":"another one"}',
    });
    expect([again.status, again.stdout]).toEqual([1, expect.stringContaining('AUTH_INVALID')]);
    expect((await bourse(['forget', 'acme-online'])).status).toBe(1);
    expect((await bourse(['forget', 'acme-online', '--yes'])).stdout).toContain('stays in the ledger');
    expect((await bourse(['forget', 'acme-online', '--yes'])).stderr).toContain('CONNECTION_UNKNOWN');
  });
});

describe('sync', () => {
  test('brings everything in once, and says where ledger and institution differ', async () => {
    await connect();
    const first = await ask(['sync']);
    expect(first.status).toBe(0);
    expect(first.answer.connections).toMatchObject([
      {
        connectionId: 'acme-online',
        environment: 'development',
        lists: [{ name: 'accounts' }, { name: 'transactions', new: 4 }, { name: 'positions', new: 1 }],
      },
    ]);
    const [reconciliation] = first.answer.connections[0].reconciliations;
    expect(reconciliation.positions).toMatchObject([{ ledger: '4', institution: '4', agrees: true }]);
    expect(reconciliation.cash).toMatchObject([
      { key: 'EUR', ledger: '-40', institution: '60', difference: '100' },
    ]);
    const { stdout } = await bourse(['sync', '--report']);
    expect(stdout).toContain('nothing new');
    expect(stdout).toContain('simulated');
    expect(stdout).toContain('cash EUR: ledger -40, institution 60, difference 100');
    expect((await ask(['transactions'])).answer.transactions).toHaveLength(4);
  });

  test('says which records are not counted because a file may tell of them too, and what to type', async () => {
    buildPlugin('acme', join(place.plugins, 'acme'));
    await bourse(['plugins', 'approve', 'acme', '--yes']);
    const rows = [
      '2026-02-01,BUY,,Alder Inc.,1,10,-10,EUR,A1,,r1',
      '2026-02-02,BUY,,Alder Inc.,1,10,-10,EUR,A1,,r2',
    ];
    await ask(['import', place.write('february.csv', statement(...rows)), '--simulated']);
    await connect();
    const { stdout } = await bourse(['sync']);
    expect(stdout).toContain('4 new, of which 2 are possible duplicates and not counted');
    expect(stdout).toMatch(
      /POSSIBLE_DUPLICATE .*A1, 2026-02-01.*\n.*→ If both are real, type: bourse duplicates \S+ \S+ different/,
    );
    const { answer } = await ask(['sync']);
    expect(answer.connections[0].heldBack).toMatchObject({
      new: 0,
      problems: [{ code: 'POSSIBLE_DUPLICATE' }, { code: 'POSSIBLE_DUPLICATE' }],
    });
  }, 60_000);

  test.each(['SESSION', 'busy'] as const)(
    'goes on where the institution says %s in the middle of a list',
    async (fault) => {
      await connect();
      acme.faults.push({ path: '/trades', fault });
      const { status, answer } = await ask(['sync']);
      expect([status, answer.connections[0].problem]).toEqual([0, undefined]);
      expect(answer.connections[0].lists[1]).toMatchObject({ name: 'transactions', new: 4 });
    },
  );

  test.each([
    ['html', 'MALFORMED_RESPONSE'],
    ['cut', 'UNAVAILABLE'],
    ['CLOSED', 'MAINTENANCE'],
  ] as const)(
    'stores nothing of a list whose answer is bad (%s), and all of it the next time',
    async (fault, code) => {
      await connect();
      for (let times = 0; times < 3; times += 1) acme.faults.push({ path: '/trades', fault });
      const { status, answer } = await ask(['sync']);
      const [connection] = answer.connections;
      const failure =
        connection.problem ?? connection.lists.find((list: { failure?: object }) => list.failure)?.failure;
      expect([status, failure]).toMatchObject([1, { code, remedy: expect.any(String) }]);
      acme.faults.length = 0;
      expect((await ask(['sync'])).answer.connections[0].lists[1]).toMatchObject({ new: 4 });
      expect(everything()).not.toContain(PASSWORD);
    },
    60_000,
  );

  test('while another one is under way says who is doing it, and leaves it alone', async () => {
    await connect();
    const asked = Promise.withResolvers<() => void>();
    const { send } = acme;
    acme.send = (response, body) => {
      acme.send = send;
      asked.resolve(() => send(response, body));
    };
    const first = ask(['sync']);
    const goOn = await asked.promise;
    const second = await bourse(['sync']);
    expect(second.status).toBe(1);
    expect(second.stdout).toMatch(
      /CONNECTION_BUSY.*Another sync of this connection is under way: process \d+, since 20/s,
    );
    goOn();
    const { status, answer } = await first;
    expect([status, answer.connections[0].problem]).toEqual([0, undefined]);
    expect(answer.connections[0].lists[1]).toMatchObject({ new: 4 });
    expect((await ask(['sync', '--full'])).answer.connections[0].lists[1]).toMatchObject({
      new: 0,
      revised: 0,
    });
  });

  test('is refused what was revoked, from the next request on', async () => {
    await connect();
    const info = await bourse(['plugins', 'info', 'acme-online']);
    expect(info.stdout).toContain('it says: “reads what you have”');
    const revoked = await bourse(['plugins', 'revoke', 'acme-online', '2']);
    expect(revoked.stdout).toMatch(/^acme-online no longer reads from https:\/\/api\.acme\.example/);
    const { answer } = await ask(['sync']);
    expect(JSON.stringify(answer)).toContain('PERMISSION_DENIED');
    await bourse(['plugins', 'approve', 'acme-online', '--only', '1', '2', '3', '--yes']);
    expect((await ask(['sync'])).answer.connections[0].lists[1]).toMatchObject({ new: 4 });
  });

  test('allows again what was revoked, as the doctor says', async () => {
    await connect();
    await bourse(['plugins', 'revoke', 'acme-online', '2']);
    expect((await bourse(['doctor'])).stdout).toContain('→ Allow it: bourse plugins approve acme-online');
    const alone = await bourse(['plugins', 'approve', 'acme-online']);
    expect(alone).toMatchObject({ status: 1, stderr: expect.stringContaining('PLUGIN_NOT_APPROVED') });
    expect(alone.stderr).toMatch(/You had left out, and it asks for again\n {2}\+ 2\. reads from https/);
    expect((await bourse(['plugins', 'approve', 'acme-online', '--yes'])).status).toBe(0);
    expect((await bourse(['doctor'])).stdout).not.toContain('you have left out');
    expect((await bourse(['plugins', 'approve', 'acme-online'])).stdout).toContain('needs no approval');
  });
});

test('prices, now and of the past, say where they come from', async () => {
  await connect();
  await ask(['sync']);
  const { answer } = await ask(['quotes', 'ald']);
  expect(answer.quotes).toMatchObject([
    { last: '10.5', connectionId: 'acme-online', environment: 'development' },
  ]);
  expect((await bourse(['quotes', 'ald'])).stdout).toContain('simulated');
  expect((await ask(['quotes'])).answer).toMatchObject({ quotes: [{ last: '10.5' }], missing: [] });
  const history = await ask(['history', 'ALD', '--from', '2026-02-01', '--to', '2026-02-02']);
  expect(history.answer.bars).toEqual([
    { start: '2026-02-01T00:00:00Z', open: 1, high: 2, low: 1, close: 2 },
  ]);
});

test('prices of all that is held are those of what is real, each asked for once', async () => {
  buildPlugin('acme', join(place.plugins, 'acme'));
  await bourse(['plugins', 'approve', 'acme', '--yes']);
  await connect();
  await ask(['sync']);
  const rows = ['A1', 'A2'].map((account) => `2026-02-01,BUY,,Birch Ltd.,1,10,-10,EUR,${account},,r1`);
  await ask(['import', place.write('birch.csv', statement(...rows))]);
  const { answer } = await ask(['quotes']);
  expect(answer.missing).toEqual([]);
  expect(answer.quotes).toMatchObject([{ instrument: { name: 'Birch Ltd.' } }]);
});

test('the doctor logs each connection in, and says what keeps it from working', async () => {
  await connect();
  const { stdout } = await bourse(['doctor']);
  expect(stdout).toMatch(/✓ connection acme-online +answers, and its clock agrees/);
  acme.skewMs = 120_000;
  expect((await bourse(['doctor'])).stdout).toMatch(/its clock is 1(19|20) seconds ahead of this one/);
  await bourse(['plugins', 'revoke', 'acme-online', '3']);
  expect((await bourse(['doctor'])).stdout).toContain(
    'you have left out: reads from https://api.acme.example',
  );
  acme.faults.push({ path: '/accounts', fault: 'html' });
  const broken = await bourse(['doctor']);
  expect([broken.status, broken.stdout]).toEqual([1, expect.stringContaining('another form than expected')]);
});
