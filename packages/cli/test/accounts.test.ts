import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { MARCH } from './statements.js';

const place = new Place();
/** What the first import of the file as a made-up one said. */
let simulated: unknown;

beforeAll(async () => {
  buildPlugin('acme', join(place.plugins, 'acme'));
  await place.tell(['plugins', 'approve', 'acme', '--yes']);
  place.write('march.csv', MARCH);
  await place.ask(['import', 'march.csv']);
  simulated = (await place.ask(['import', 'march.csv', '--simulated'])).answer;
}, 60_000);

afterAll(() => place[Symbol.dispose]());

test('a file that was made up is kept as of another institution, and is known there the next time', async () => {
  expect(simulated).toMatchObject([{ institution: 'Acme Securities (simulated)', new: 5, known: 0 }]);
  expect((await place.ask(['import', 'march.csv', '--simulated'])).answer).toMatchObject([
    { new: 0, known: 5 },
  ]);
});

test('what was made up is in no figure of what is real, and is told apart', async () => {
  using alone = new Place();
  buildPlugin('acme', join(alone.plugins, 'acme'));
  await alone.tell(['plugins', 'approve', 'acme', '--yes']);
  alone.write('march.csv', MARCH);
  await alone.ask(['import', 'march.csv']);
  for (const command of ['portfolio', 'fees', 'dividends', 'cash', 'transactions', 'transfers']) {
    const [mixed, expected] = [await place.tell([command, '--json']), await alone.tell([command, '--json'])];
    expect(mixed.stdout).toBe(expected.stdout);
    expect(mixed.stderr).toContain('--account "Acme Securities (simulated)/default"');
    expect(expected.stderr).toBe('');
  }
  const made = await place.tell(['portfolio', '--account', 'Acme Securities (simulated)', '--json']);
  expect(JSON.parse(made.stdout)).toMatchObject({
    positions: [{ institution: 'Acme Securities (simulated)' }],
  });
  expect(made.stderr).toBe('');
});

test('two accounts of one institution are said to be two; one they become by their files alone', async () => {
  const [one, other] = ['Acme Securities/default', 'Acme Securities/12345'];
  expect(await place.ask(['duplicates', one, other, 'different'])).toMatchObject({ status: 0, answer: [] });
  expect(await place.ask(['duplicates', one, other, 'same'])).toMatchObject({
    status: 1,
    answer: {
      problems: [{ code: 'INVALID_REQUEST', remedy: expect.stringContaining('bourse import --undo') }],
    },
  });
  expect(
    await place.ask(['duplicates', 'Acme Securities/x', 'Acme Securities/y', 'different']),
  ).toMatchObject({
    status: 1,
    answer: { problems: [{ code: 'NOT_FOUND' }] },
  });
});
