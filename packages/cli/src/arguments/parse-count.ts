import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError where the text is no whole number above zero */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number above zero.');
}
