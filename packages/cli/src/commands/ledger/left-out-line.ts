import { printable } from '@bourse/core';
import type { SeparatedLedger } from '@bourse/portfolio';

/** Says which simulated accounts no figure counts, and how to see them. */
export function leftOutLine(leftOut: SeparatedLedger['leftOut']): string | undefined {
  const names = leftOut.map(
    ({ institution, accountId }) => `${printable(institution)}/${printable(accountId)}`,
  );
  const [first] = names;
  if (first === undefined) return undefined;
  return `Simulated, and in no figure beside what is real: ${names.join(', ')}. To see that: --account "${first}"`;
}
