import { isCurrency } from '@bourse/core/interfaces';
import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError where the text is no ISO 4217 code */
export function parseCurrency(text: string): string {
  const code = text.toUpperCase();
  if (isCurrency(code)) return code;
  throw new InvalidArgumentError('Write an ISO 4217 code such as EUR or USD.');
}
