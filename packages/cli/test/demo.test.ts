import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { MARCH } from './statements.js';

const place = new Place();
let variables: Record<string, string>;

beforeAll(() => {
  buildPlugin('acme', join(place.plugins, 'acme'));
  buildPlugin('acme-live', join(place.plugins, 'acme-live'));
  mkdirSync(join(place.plugins, 'acme', 'demo'));
  writeFileSync(join(place.plugins, 'acme', 'demo', 'march.csv'), MARCH);
  const digests = ['acme', 'acme-live'].map((name) => {
    const manifest = readFileSync(join(place.plugins, name, 'dist', 'manifest.json'));
    return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  });
  const approved = join(place.folder, 'digests.json');
  writeFileSync(approved, JSON.stringify(digests));
  variables = {
    BOURSE_APPROVED_DIGESTS: approved,
    TMPDIR: place.folder,
    BOURSE_COMMAND: 'npm run bourse --',
  };
}, 60_000);

afterAll(() => place[Symbol.dispose]());

test('a demo reads what plugins bring along and asks those that need no file, far from the data of the user', () => {
  const { status, answer } = place.json(['demo'], variables);
  expect(status).toBe(0);
  expect(answer).toMatchObject({
    home: expect.stringContaining(join(place.folder, 'bourse-demo-')),
    imports: [
      { plugin: 'acme', new: 5, problems: [] },
      { plugin: 'acme-live', new: 1 },
    ],
    portfolio: { totals: { base: { currency: 'EUR', wealth: '814.5' } } },
  });
  expect(place.json(['import', '--list']).answer).toEqual([]);
});

test('a demo shows the main job in one go and what to type next', () => {
  const { status, stdout, stderr } = place.run(['demo'], variables);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const text of [
    'the network',
    'march.csv',
    'Example Corp',
    '█',
    'dividends, net',
    'npm run bourse -- import <file>',
  ]) {
    expect(stdout).toContain(text);
  }
  const [, home = ''] = /BOURSE_HOME=(\S+)/.exec(stdout) ?? [];
  expect(place.json(['portfolio'], { BOURSE_HOME: home }).answer).toMatchObject({
    positions: [{ quantity: '2' }],
  });
});
