import type { BaseSum } from '@bourse/portfolio';
import { formatMoney } from '../../output/amounts.js';
import { fieldLines } from '../../output/field-lines.js';
import type { Style } from '../../output/style.js';

/** Sums in the base currency, one below the other, each with what it leaves out. */
export function baseSumLines(sums: Readonly<Record<string, BaseSum>>, style: Style): string[] {
  const texts = Object.values(sums).map((sum) => formatMoney(sum));
  const width = Math.max(0, ...texts.map((text) => text.length));
  const fields = Object.entries(sums).map(([name, { amount, currency, omitted }]) => {
    const missing = [...new Set(omitted.map((omission) => omission.currency))].sort().join(', ');
    const left =
      omitted.length === 0
        ? ''
        : style('warning', ` without ${omitted.length} in ${missing}, for which no rate is known`);
    return [name, `${formatMoney({ amount, currency }).padStart(width)}${left}`] as const;
  });
  return fieldLines(Object.fromEntries(fields), style);
}

/** The same below a heading that names the currency. */
export function baseSumSection(sums: Readonly<Record<string, BaseSum>>, style: Style): string[] {
  const [first] = Object.values(sums);
  if (first === undefined) return [];
  return ['', style('heading', `In ${first.currency}`), ...baseSumLines(sums, style)];
}
