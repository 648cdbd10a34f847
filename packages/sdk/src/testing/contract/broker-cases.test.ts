import { rmSync } from 'node:fs';
import { describe, expect, jest, test } from '@jest/globals';
import { brokerCases } from './broker-cases.js';
import { acme } from './fixtures/acme.js';
import { mutants } from './fixtures/mutants.js';
import { Subject } from './subject.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(60_000);

/** Takes away the copy that a mutant made of the plugin. */
function removeCopy(folder: URL | string): void {
  if (folder !== acme.folder) rmSync(folder, { recursive: true, force: true });
}

const cases = brokerCases(new Subject(acme));

describe('a plugin that keeps the contract', () => {
  const subject = new Subject(acme);
  test.each(cases)('passes $number $title', ({ run }) => run(subject));
});

describe('a plugin that breaks', () => {
  test.each(mutants)('$breaks fails $number', async ({ number, make }) => {
    const contract = make();
    using _ = { [Symbol.dispose]: () => removeCopy(contract.folder) };
    const subject = new Subject(contract);
    const found = cases.find((each) => each.number === number);
    await expect(found?.run(subject)).rejects.toMatchObject({ name: 'ContractViolation' });
  });
});

test('every case has a plugin that fails it', () => {
  const failed = new Set(mutants.map(({ number }) => number));
  expect(cases.filter(({ number }) => !failed.has(number))).toEqual([]);
});

test('numbers are used once and stand in order', () => {
  const numbers = cases.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((first, second) => first - second));
});

test('a plugin without fixtures and lists is asked only what concerns it', () => {
  const bare = new Subject({ ...acme, fixtures: [] });
  expect(brokerCases(bare).every(({ number }) => number < 200 || number >= 400)).toBe(true);
});
