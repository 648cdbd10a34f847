import type { PositionDraft } from '@bourse/sdk';
import { textOf } from '../api/members.js';
import { decimalOf } from './decimal-of.js';

export function toPosition(told: unknown, accountId: string): PositionDraft {
  return {
    accountId,
    instrument: { kind: 'FUND', isin: textOf(told, 'isin'), name: textOf(told, 'name') },
    quantity: decimalOf(told, 'quantity'),
    marketPrice: decimalOf(told, 'price'),
    currency: textOf(told, 'currency'),
    asOf: textOf(told, 'asOf'),
    source: { section: 'positions' },
  };
}
