import type { Account } from '@bourse/sdk';
import { textOf } from '../api/members.js';
import { decimalOf } from './decimal-of.js';

export function toAccount(told: unknown): Account {
  const currency = textOf(told, 'currency');
  return {
    id: textOf(told, 'id'),
    baseCurrency: currency,
    cash: [{ amount: decimalOf(told, 'cash'), currency }],
  };
}
