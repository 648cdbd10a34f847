import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildGuest } from '../../cell/fixtures/build-guest.js';
import { ACME_ONLINE, AcmeInstitution, PASSWORD } from '../../testing/acme-institution.js';
import { Hosts } from '../../testing/hosts.js';
import type { ToyPlugin } from '../../testing/toy-plugin.js';
import type { ConnectionSession } from './connection-session.js';

let hosts: Hosts;
let acme: AcmeInstitution;
let origins: Readonly<Record<string, string>>;

beforeAll(buildGuest);
beforeEach(async () => {
  hosts = new Hosts();
  acme = new AcmeInstitution();
  origins = await acme.open();
});
afterEach(async () => {
  await hosts.end();
  await acme.close();
});

/** The plugin of the institution with statements, which it fetches or not. */
const withStatements = (fetch: string): ToyPlugin => ({
  ...ACME_ONLINE,
  script: (ACME_ONLINE.script ?? '').replace(
    'activate: () => ({',
    `activate: () => ({ statement: { async *read() {}, ${fetch} },`,
  ),
  manifest: {
    ...ACME_ONLINE.manifest,
    services: ['authentication', 'account', 'statement'],
    statements: [{ format: 'acme-csv', extension: 'csv', headerTokens: ['Date'], maxBytes: 1_000 }],
  },
});

async function use<Result>(
  toy: ToyPlugin,
  work: (session: ConnectionSession) => Promise<Result>,
): Promise<Result> {
  const manager = await hosts.startWith(toy);
  await manager.connections.add({ plugin: 'acme', credentials: { password: PASSWORD }, origins });
  return manager.connections.use('acme', work);
}

test('a statement that the plugin fetches gives records of the channel of statements', async () => {
  const fetch = `async *fetch() { yield { accounts: (await ask('/accounts', {})).accounts }; yield { rowsTotal: 0 }; }`;
  const [origin, ids] = await use(withStatements(fetch), async (session) => {
    expect(session.mayFetchStatements).toBe(true);
    expect(await session.fetchesStatements()).toBe(true);
    const reading = session.readStatement();
    const parts = await Array.fromAsync(reading.parts());
    return [reading.origin, parts.flatMap(({ accounts }) => accounts.map(({ id }) => id))];
  });
  expect(origin).toMatchObject({ channel: 'STATEMENT', format: 'acme-fetched' });
  expect(ids).toEqual(['A1']);
});

test('a plugin that reads files only fetches nothing', async () => {
  const reading = use(withStatements(''), (session) => Array.fromAsync(session.readStatement().parts()));
  await expect(reading).rejects.toMatchObject({ code: 'SERVICE_NOT_OFFERED' });
  expect(await use(withStatements(''), (session) => session.fetchesStatements())).toBe(false);
});
