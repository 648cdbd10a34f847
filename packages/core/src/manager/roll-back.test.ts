import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Hosts } from '../testing/hosts.js';
import { writeToyPlugin } from '../testing/toy-plugin.js';

let hosts: Hosts;
beforeEach(() => void (hosts = new Hosts()));
afterEach(() => hosts.end());

const take = (version: string): string => {
  writeToyPlugin(hosts.plugins, { version });
  return hosts.start().info('acme').version;
};
const goBack = async (): Promise<string> => (await hosts.start().installer.rollBack('acme')).version;
const NONE_EARLIER = expect.objectContaining({ code: 'NO_EARLIER_VERSION' });

test('each rollback goes one further back', async () => {
  await hosts.startWith();
  expect(['1.1.0', '1.2.0'].map(take)).toEqual(['1.1.0', '1.2.0']);
  expect([await goBack(), await goBack()]).toEqual(['1.1.0', '1.0.0']);
  await expect(goBack()).rejects.toEqual(NONE_EARLIER);
});

test('a rollback leads to no version that was left behind, unless it was approved anew', async () => {
  const manager = await hosts.startWith();
  expect(take('1.1.0')).toBe('1.1.0');
  expect(await goBack()).toBe('1.0.0');
  expect(take('1.2.0')).toBe('1.2.0');
  expect(await goBack()).toBe('1.0.0');
  expect(take('1.1.0')).toBe('1.0.0');
  await hosts.start().installer.approve('acme');
  expect(take('1.3.0')).toBe('1.3.0');
  expect([await goBack(), await goBack()]).toEqual(['1.1.0', '1.0.0']);
  expect(manager.info('acme').approvals.map(({ version, leftBehind }) => [version, leftBehind])).toEqual([
    ['1.3.0', true],
    ['1.1.0', true],
    ['1.2.0', true],
    ['1.1.0', true],
    ['1.0.0', undefined],
  ]);
});
