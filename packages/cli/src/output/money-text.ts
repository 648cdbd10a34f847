import type { Money } from '@bourse/core/interfaces';
import { formatMoney } from './amounts.js';

/** Amounts in several currencies side by side. */
export function moneyText(amounts: readonly Money[]): string {
  return amounts.map(formatMoney).join(' + ');
}
