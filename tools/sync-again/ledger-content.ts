import { contentDigest } from '@bourse/core';
import { RECORD_KINDS } from '@bourse/core/interfaces';
import type { Ledger } from '@bourse/portfolio';

/** Every record that holds, by what it says and whether it counts; nothing of how it came to be there. */
export function contentOf(ledger: Ledger): string[] {
  return RECORD_KINDS.flatMap((kind) =>
    [...ledger.records(kind)].map(({ record, counted }) =>
      [kind, record.id, contentDigest(record), counted ? 'counts' : 'is held back'].join(' '),
    ),
  ).sort();
}
