import { malformed, readObject } from '../api/json.js';

/** What is known of a booking's members; amounts are among them and are texts. */
const FIELDS = [
  'transactionId',
  'executedAt',
  'type',
  'priceCurrency',
  'priceAmount',
  'sentCurrency',
  'sentAmount',
  'receivedCurrency',
  'receivedAmount',
  'feesCurrency',
  'feesAmount',
  'address',
] as const;

/**
 * One booking of the account history. Its members are documented; that amounts have no sign (what left the account was sent,
 * what came in received) and include the fee, and that the id is that of the exported file, is assumed.
 *
 * @see https://docs.bitvavo.com/docs/rest-api/get-transaction-history/
 */
export type HistoryItem = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/**
 * The members of a booking that have a value.
 *
 * @throws ProblemError MALFORMED_RESPONSE where one is no text
 */
export function readItem(value: unknown): HistoryItem {
  const object = readObject(value, 'items');
  const item: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const name of FIELDS) {
    const member = object[name];
    if (member === undefined || member === null || member === '') continue;
    if (typeof member !== 'string') throw malformed(`"${name}" is no text.`, `items.${name}`);
    item[name] = member;
  }
  return item;
}
