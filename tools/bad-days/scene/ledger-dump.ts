import { contentDigest, type RecordByKind } from '@bourse/core';
import { RECORD_KINDS, type RecordKind } from '@bourse/core/interfaces';
import { deriveCash, derivePortfolio, type Ledger } from '@bourse/portfolio';

/** What a ledger holds to be true, however it came to be: records, what follows from them, and which are held back. */
export function dumpLedger(ledger: Ledger): string[] {
  const data = ledger.read();
  const records = RECORD_KINDS.flatMap((kind) =>
    [...ledger.records(kind)].map(({ record }) => ['record', kind, record.id, contentOf(kind, record)]),
  );
  const { positions } = derivePortfolio(data);
  const holdings = positions.map(({ institution, accountId, instrument, quantity, cost }) => [
    'position',
    institution,
    accountId,
    instrument.isin ?? instrument.symbol ?? instrument.name,
    quantity,
    cost,
  ]);
  const cash = deriveCash(data).map((balance) => ['cash', balance]);
  const duplicates = data.duplicates.map(({ heldBack, counted }) => ['duplicate', heldBack, counted]);
  const rates = data.rates.map((rate) => ['rate', rate]);
  return [...records, ...holdings, ...cash, ...rates, ...duplicates]
    .map((line) => JSON.stringify(line))
    .sort();
}

/** Records alone: what is there of a ledger that is not whole yet. */
export function recordLines(dump: readonly string[]): string[] {
  return dump.filter((line) => line.startsWith('["record"'));
}

/** Of a holding its quantity: prices go on while a test waits. */
function contentOf(kind: RecordKind, record: RecordByKind[RecordKind]): unknown {
  return kind === 'POSITION' && 'quantity' in record ? record.quantity : contentDigest(record);
}
