import { contentDigest } from '@bourse/core';
import { RECORD_KINDS } from '@bourse/core/interfaces';
import type { Ledger } from '../src/index.js';

/**
 * Everything that a ledger holds to be true, in an order and form that do not depend on how it came to be: what records say
 * apart from their presentation, and what positions and sums are made of. The numbers that rows happen to have are left out.
 */
export function dumpOf(ledger: Ledger): string[] {
  const { accounts, instruments, entries, rates, duplicates } = ledger.read();
  const nameOf = (key: number) => `${accounts.get(key)?.institution}/${accounts.get(key)?.accountId}`;
  const records = RECORD_KINDS.flatMap((kind) =>
    [...ledger.records(kind)].map(({ record, counted }) => [
      kind,
      record.id,
      record.fingerprint,
      contentDigest(record),
      counted,
    ]),
  );
  const projections = entries.map(({ account, instrument, charges, ...entry }) => [
    nameOf(account),
    instrument === undefined ? null : withoutName(instruments.get(instrument)),
    entry,
    charges === undefined ? null : JSON.parse(charges),
  ]);
  const statements = [...accounts.values()].flatMap(({ key, statements: all }) =>
    all.map((statement) => [nameOf(key), statement]),
  );
  const lines = [
    records,
    projections,
    statements,
    rates,
    duplicates.map(({ heldBack, counted }) => [heldBack, counted]),
  ];
  return lines.flatMap((list) => [...new Set(list.map((item) => JSON.stringify(item)))].sort());
}

function withoutName(instrument: object | undefined): object {
  const { name: _, ...rest } = { name: '', ...instrument };
  return rest;
}
