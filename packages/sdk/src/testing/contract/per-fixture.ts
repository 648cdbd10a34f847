import type { StatementFixture } from './broker-contract.js';
import type { ContractCase } from './contract-case.js';
import type { Subject } from './subject.js';

type FixtureCheck = (subject: Subject, fixture: StatementFixture) => Promise<void>;

/** A case that each fixture has to pass. */
export function perFixture(number: number, title: string, check: FixtureCheck): ContractCase {
  return perSelected(number, title, () => true, check);
}

/** A case that each fixture of comma-separated values has to pass. */
export function perCsvFixture(number: number, title: string, check: FixtureCheck): ContractCase {
  return perSelected(number, title, isCsv, check);
}

/** Tells whether a fixture is a file of comma-separated values. */
export function isCsv({ file }: StatementFixture): boolean {
  return /\.(csv|tsv)$/i.test(file);
}

function perSelected(
  number: number,
  title: string,
  isConcerned: (fixture: StatementFixture) => boolean,
  check: FixtureCheck,
): ContractCase {
  return {
    number,
    title,
    applies: ({ fixtures }) => fixtures.some(isConcerned),
    run: async (subject) => {
      for (const fixture of subject.fixtures.filter(isConcerned)) await check(subject, fixture);
    },
  };
}
