import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Hosts } from '../testing/hosts.js';

let hosts: Hosts;

beforeEach(() => {
  hosts = new Hosts();
});

afterEach(() => hosts.end());

const scriptWith = (fetch: string): string =>
  `module.exports = { default: { type: 'broker', activate: () => ({ statement: { async *read() {}, ${fetch} } }) } };`;

test('a statement that the plugin fetches gives records of the channel of statements', async () => {
  const script = scriptWith(`async *fetch() { yield { accounts: [{ id: 'A1' }] }; yield { rowsTotal: 0 }; }`);
  const manager = await hosts.startWith({ script });
  const reading = manager.reader.fetchStatement('acme');
  expect(reading.origin).toMatchObject({ channel: 'STATEMENT', format: 'acme-fetched' });
  const parts = await Array.fromAsync(reading.parts());
  expect(parts.flatMap(({ accounts }) => accounts.map(({ id }) => id))).toEqual(['A1']);
  expect(reading.end()).toEqual({ rowsTotal: 0, problems: [] });
});

test('a plugin that reads files only fetches nothing', async () => {
  const manager = await hosts.startWith({ script: scriptWith('') });
  await expect(Array.fromAsync(manager.reader.fetchStatement('acme').parts())).rejects.toMatchObject({
    code: 'SERVICE_NOT_OFFERED',
  });
});
