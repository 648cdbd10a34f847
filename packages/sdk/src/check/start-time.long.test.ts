import { expect, jest, test } from '@jest/globals';
import { checkPlugin } from './check-plugin.js';
import { goodPlugin } from './fixtures/good-plugin.js';
import { slowStarter } from './fixtures/mutants.js';

jest.setTimeout(120_000);

test('a plugin that keeps every rule is gold, with figures', async () => {
  using plugin = goodPlugin();
  expect(await checkPlugin(plugin.folder)).toMatchObject({
    level: 'gold',
    figures: { bundleBytes: expect.any(Number), startRatio: expect.any(Number) },
  });
});

test('a plugin that computes while it starts breaks BQ106 and nothing else', async () => {
  using plugin = goodPlugin(slowStarter.changes);
  const { rules } = await checkPlugin(plugin.folder);
  expect(rules.filter(({ outcome }) => outcome === 'broken').map(({ code }) => code)).toEqual(['BQ106']);
});
