import { expect, jest, test } from '@jest/globals';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Attack } from './attack.ts';
import { judge } from './trial/judge.ts';

// Each runs two hosts with cells in them.
jest.setTimeout(60_000);

async function judged(name: string) {
  const file = join(import.meta.dirname, 'testing', `${name}.ts`);
  const { attack } = (await import(pathToFileURL(file).href)) as { attack: Attack };
  return judge({ attack, family: 'testing', file });
}

test('an attack whose control shows nothing has no control', async () => {
  expect(await judged('harmless')).toMatchObject({ contained: true, control: false, hostAnswered: true });
});

test('an attack that reaches its aim is not contained', async () => {
  expect(await judged('not-stopped')).toMatchObject({
    contained: false,
    control: true,
    finding: expect.stringContaining('NOT HELD: the host was handed'),
  });
});

test('an attack that does harm of another kind is not contained either', async () => {
  expect(await judged('other-harm')).toMatchObject({
    contained: false,
    finding: expect.stringContaining('the file of the user is not what it was'),
  });
});

test('a control that no longer fits the code is none', async () => {
  expect(await judged('misfit')).toMatchObject({
    control: false,
    finding: expect.stringContaining('holds no "words that stand nowhere"'),
  });
});

test('a host that is busy for longer than a second has not answered', async () => {
  expect(await judged('busy-host')).toMatchObject({ hostAnswered: false });
});
