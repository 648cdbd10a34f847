import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { MARCH } from './statements.js';

interface Profile {
  readonly nodes: readonly {
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
    readonly hitCount: number;
  }[];
}

/** Computes for so long that no profiler misses it. */
const BURN = `
function burn() {
  let sum = 0;
  for (let number = 0; number < 300_000_000; number += 1) sum += number % 7;
  return sum;
}
`;

const place = new Place();
let source: string;

beforeAll(async () => {
  buildPlugin('acme', join(place.plugins, 'acme'), (folder) => {
    const file = join(folder, 'src', 'plugin.js');
    const text = readFileSync(file, 'utf8');
    source = `${text.replace('let columns;', 'let columns;\n  if (burn() < 0) return;')}${BURN}`;
    writeFileSync(file, source);
  });
  await place.tell(['plugins', 'approve', 'acme', '--yes']);
}, 60_000);

afterAll(() => place[Symbol.dispose]());

test('a profile of a plugin in its cell says where in its sources the time goes; a second one leaves it alone', () => {
  const { status, stderr } = place.run(['parse', place.write('march.csv', MARCH), '--profile', 'acme']);
  const file = join(place.files, 'acme.cpuprofile');
  expect({ status, stderr }).toEqual({ status: 0, stderr: `A CPU profile of acme is in ${file}.\n` });
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const { nodes } = profile;
  const hottest = nodes
    .filter(({ callFrame }) => !callFrame.functionName.startsWith('('))
    .reduce((one, other) => (other.hitCount > one.hitCount ? other : one));
  const line = source.slice(0, source.indexOf('function burn')).split('\n').length;
  expect(hottest.callFrame).toMatchObject({
    functionName: 'burn',
    url: 'src/plugin.js',
    lineNumber: line - 1,
  });
  place.run(['parse', 'march.csv', '--profile', 'acme']);
  expect(existsSync(join(place.files, 'acme-2.cpuprofile'))).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(profile);
}, 60_000);

test('a plugin that is not known is refused', () => {
  const { status, stderr } = place.run(['parse', 'march.csv', '--profile', 'nobody']);
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('PLUGIN_UNKNOWN') });
});
