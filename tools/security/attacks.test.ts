import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { judgeAll } from './judge-all.ts';
import { listAttacks } from './list-attacks.ts';
import { isGood } from './trial/judge.ts';
import type { ListedAttack } from './trial/run-trial.ts';

/** One of ten kinds each; `npm run security` runs all of them. */
const REPRESENTATIVES = [
  'answers-twice',
  'constructor-of-constructor',
  'fetches',
  'hides-behind-a-good-address',
  'in-a-body',
  'kills-the-host',
  'leads-to-an-order',
  'loops',
  'reads-a-file',
  'through-an-answer',
];

let attacks: ListedAttack[];

beforeAll(async () => {
  attacks = await listAttacks();
});

describe('the hostile plugins', () => {
  test('are at least 110', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(110);
  });

  test('are at least four in each of at least sixteen families', () => {
    const sizes = [...Map.groupBy(attacks, ({ family }) => family).values()].map(({ length }) => length);
    expect(sizes.length).toBeGreaterThanOrEqual(16);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4);
  });

  test('have names of their own, those of their files', () => {
    const names = attacks.map(({ attack }) => attack.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { attack, file } of attacks) expect(file.endsWith(`/${attack.name}.ts`)).toBe(true);
  });

  test('have an aim, and a belt that a control takes away', () => {
    for (const { attack } of attacks) {
      expect(attack.aim).not.toBe('');
      expect(attack.belt).not.toBe('');
      expect(Object.keys(attack.control)).not.toEqual([]);
    }
  });

  test('take away what is there', () => {
    const missing = attacks.flatMap(({ attack: { name, given, control } }) =>
      [given, control].flatMap((weakening) =>
        Object.entries(weakening?.edits ?? {}).flatMap(([path, edits]) => {
          const built = readFileSync(join(ROOT, 'packages', path), 'utf8');
          return edits.filter(([from]) => !built.includes(from)).map(([from]) => `${name}: ${from}`);
        }),
      ),
    );
    expect(missing).toEqual([]);
  });
});

test('one hostile plugin of ten kinds each is contained, and is not without its belt', async () => {
  const chosen = attacks.filter(({ attack }) => REPRESENTATIVES.includes(attack.name));
  expect(chosen).toHaveLength(REPRESENTATIVES.length);
  const verdicts = await judgeAll(chosen, { workers: 2 });
  expect(verdicts.filter((verdict) => !isGood(verdict))).toEqual([]);
}, 300_000);
