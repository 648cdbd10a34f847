/** What a status says about the balances: changed, unchanged, or not to be known from the row. */
export type Settlement = 'BOOKED' | 'VOID' | 'OPEN';

const SETTLEMENTS: ReadonlyMap<string, Settlement> = new Map<string, Settlement>([
  ['completed', 'BOOKED'],
  ['distributed', 'BOOKED'],
  ['canceled', 'VOID'],
  ['cancelled', 'VOID'],
  ['rejected', 'VOID'],
  ['failed', 'VOID'],
  ['expired', 'VOID'],
  ['pending', 'OPEN'],
  ['processing', 'OPEN'],
]);

/** What the status of a row, in lower case, says about the balances; undefined where it is unknown. */
export function settlementOf(status: string): Settlement | undefined {
  return SETTLEMENTS.get(status);
}
