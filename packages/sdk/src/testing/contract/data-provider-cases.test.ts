import { rmSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dataProviderCases } from './data-provider-cases.js';
import { acmeRates } from './fixtures/acme-rates.js';
import { rateMutants } from './fixtures/mutants/rate-mutants.js';
import { Subject } from './subject.js';

const cases = dataProviderCases(new Subject(acmeRates));

function removeCopy(folder: URL | string): void {
  if (folder !== acmeRates.folder) rmSync(folder, { recursive: true, force: true });
}

describe('a data provider that breaks', () => {
  test.each(rateMutants)('$breaks fails $number', async ({ number, make }) => {
    const contract = make();
    using _ = { [Symbol.dispose]: () => removeCopy(contract.folder) };
    const found = cases.find((each) => each.number === number);
    await expect(found?.run(new Subject(contract))).rejects.toMatchObject({ name: 'ContractViolation' });
  });
});

test('every case about rates has a data provider that fails it', () => {
  const failed = new Set(rateMutants.map(({ number }) => number));
  expect(cases.filter(({ number }) => number >= 500 && !failed.has(number))).toEqual([]);
});

test('numbers are used once and stand in order', () => {
  const numbers = cases.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((first, second) => first - second));
});

test('without a network, answers that break off concern nobody, and without known rates there is none to compare', () => {
  const { network: _, rates: __, ...bare } = acmeRates;
  const numbers = dataProviderCases(new Subject(bare)).map(({ number }) => number);
  expect([504, 509, 510].filter((number) => numbers.includes(number))).toEqual([]);
});
