import type { RecordKind } from '@bourse/core/interfaces';
import type { StoredRecord } from '@bourse/portfolio';
import type { Cell } from '../../output/table.js';

/** What is special about a record. */
export function storedNote({ record, revisions, counted }: StoredRecord<RecordKind>): Cell {
  const notes = [
    'status' in record && record.status === 'REVERSAL' ? 'reversal' : undefined,
    counted ? undefined : 'possible duplicate, not counted',
    revisions > 1 ? `revised ${revisions - 1} ${revisions === 2 ? 'time' : 'times'}` : undefined,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? '' : { text: notes.join('; '), meaning: 'warning' };
}
