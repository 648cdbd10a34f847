import type { RecordByKind } from '@bourse/core';
import type { RecordKind } from '@bourse/core/interfaces';
import type { StoredRecord } from '@bourse/portfolio';

/** A record as JSON: its own fields, how many revisions are known, and whether it stands in any sum. */
export type StoredJson<Kind extends RecordKind> = RecordByKind[Kind] & Omit<StoredRecord<Kind>, 'record'>;

export function toStoredJson<Kind extends RecordKind>({
  record,
  revisions,
  counted,
}: StoredRecord<Kind>): StoredJson<Kind> {
  return { ...record, revisions, counted };
}
