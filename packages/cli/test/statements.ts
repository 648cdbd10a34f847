const HEADER = 'Booking date,Kind,ISIN,Name,Quantity,Price,Amount,Currency,Account,Text,Acme reference';

/** A statement of the plugin "acme": its header and these rows. */
export function statement(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** Rows of a statement: 500.00 paid in, 3 × 100.00 bought, 1 sold for 120.00, 6.00 dividend, 1.50 fee, one row unknown. */
export const MARCH = statement(
  '2024-03-01,DEPOSIT,,,,,500.00,EUR,,Opening,r1',
  '2024-03-04,BUY,US0378331005,Example Corp,3,100.00,-300.00,EUR,,,r2',
  '2024-03-11,SELL,US0378331005,Example Corp,1,120.00,120.00,EUR,,,r3',
  '2024-03-15,DIVIDEND,US0378331005,Example Corp,,,6.00,EUR,,,r4',
  '2024-03-29,FEE,,,,,-1.50,EUR,,Custody,r5',
  '2024-03-30,PUZZLE,,,,,0.00,EUR,,What is this?,r6',
);
