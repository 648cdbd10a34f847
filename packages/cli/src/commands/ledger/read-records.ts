import type { RecordKind } from '@bourse/core/interfaces';
import type { Filter, Ledger, LedgerData, StoredRecord } from '@bourse/portfolio';

/** The records of one kind that a question is about, of the institutions that its data are of. */
export function readRecords<Kind extends RecordKind>(
  ledger: Ledger,
  kind: Kind,
  { data, options }: { readonly data: LedgerData; readonly options: Filter },
): StoredRecord<Kind>[] {
  const institutions = new Set([...data.accounts.values()].map(({ institution }) => institution));
  return [...ledger.records(kind, options)].filter(({ record }) =>
    institutions.has(record.source.institution),
  );
}
