import type { DraftSource, RecordKind } from '../interfaces/index.js';
import { digestOf } from './digest.js';
import type { Traits } from './traits.js';

/** Whose record it is. */
export interface RecordOwner {
  readonly institution: string;
  readonly accountId: string;
  readonly kind: RecordKind;
}

/** The key of a booking that the institution gave an id: section, id, and the part of the row where it gave several. */
export function bookingKey(source: Pick<DraftSource, 'section' | 'recordId' | 'part'>): string | undefined {
  if (source.recordId === undefined) return undefined;
  return JSON.stringify([source.section ?? '', source.recordId, source.part ?? '']);
}

/** The key of a booking without an id, before its occurrence index. */
export function naturalKey(traits: Traits, source: DraftSource): string {
  const { date, instant, instrument, type, quantity, amount, currency, group } = traits;
  const time = source.printedTime ?? instant;
  const parts = [
    date,
    time,
    instrument,
    type,
    quantity,
    amount,
    currency,
    source.groupId ?? group,
    source.part,
  ];
  return JSON.stringify(parts.map((part) => part ?? ''));
}

/** The id of a record: equal in every file, import and fork that tells of the same booking. */
export function recordId(owner: RecordOwner, key: string, occurrence?: number): string {
  return digestOf([owner.institution, owner.accountId, owner.kind, key, occurrence]);
}

/** Equal for two records that tell of the same event through different channels. */
export function recordFingerprint(owner: RecordOwner, traits: Traits): string {
  const { date, instrument, type, quantity, amount, currency } = traits;
  return digestOf([owner.accountId, owner.kind, date, instrument, type, quantity, amount, currency]);
}
