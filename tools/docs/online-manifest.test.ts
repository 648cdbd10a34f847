import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { readBlocks } from './guide/read-blocks.ts';

const FIXTURE = join(ROOT, 'packages', 'cli', 'test', 'fixtures', 'acme-online', 'plugin.json');

/** The fixture is built, approved, connected and synced by the tests of the command line. */
test('docs/writing-a-plugin.md shows the network of a plugin that works', () => {
  const page = readBlocks(readFileSync(join(ROOT, 'docs', 'writing-a-plugin.md'), 'utf8'));
  const shown = page.find(({ content }) => content.includes('"network"'))?.content ?? '';
  const { credentials, network, schemes } = JSON.parse(readFileSync(FIXTURE, 'utf8'));
  expect(JSON.parse(shown)).toEqual({ credentials, network: network.slice(0, 2), schemes });
});
