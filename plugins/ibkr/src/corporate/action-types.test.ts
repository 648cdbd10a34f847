import { describe, expect, test } from '@jest/globals';
import { readActionText } from './action-text.js';
import { toActionType } from './action-types.js';

function typeOf(code: string | undefined, description: string): string {
  const { event, ratio } = readActionText(description);
  return toActionType(code, event, ratio);
}

describe('toActionType', () => {
  test.each([
    ['FS', 'ACME(US0378331005) SPLIT 4 FOR 1', 'SPLIT'],
    ['RS', 'ACME(US0378331005) SPLIT 1 FOR 25', 'REVERSE_SPLIT'],
    ['TC', 'ACME(US0378331005) MERGED(Acquisition)  WITH US5949181045 1 FOR 2', 'MERGER'],
    ['TC', 'ACME(US0378331005) MERGED(Liquidation) FOR USD 1.1047 PER SHARE', 'LIQUIDATION'],
    ['TO', 'ACME(US0378331005) TENDERED TO US28413TEMP2 1 FOR 1', 'TENDER'],
    ['SO', 'ACME(US0378331005) SPINOFF  1 FOR 40', 'SPIN_OFF'],
    ['RI', 'ACME(US0378331005) SUBSCRIBABLE RIGHTS ISSUE  1 FOR 1', 'RIGHTS'],
    ['SD', 'ACME(US0378331005) STOCK DIVIDEND 1 FOR 11', 'STOCK_DIVIDEND'],
    ['IC', 'ACME(US0378331005) CUSIP/ISIN CHANGE TO (US5949181045)', 'IDENTIFIER_CHANGE'],
    ['BM', '(US0378331005) BOND MATURITY FOR USD 1.00 PER BOND', 'REDEMPTION'],
    ['BC', 'CONVERTED', 'CONVERSION'],
    ['DW', '(US0378331005) DELISTED', 'DELISTING'],
    ['CA', 'SOULTE', 'CASH_IN_LIEU'],
  ])('%s with "%s" is %s, also without the code', (code, description, type) => {
    expect(typeOf(code, description)).toBe(type);
    if (!/SOULTE/.test(description)) expect(typeOf(undefined, description)).toBe(type);
  });

  test.each([
    ['X CASH IN LIEU OF FRACTIONAL SHARES', 'CASH_IN_LIEU'],
    ['X BONUS ISSUE 1 FOR 10', 'BONUS'],
    ['X FULL CALL / EARLY REDEMPTION', 'REDEMPTION'],
    ['X SOMETHING NOVEL', 'OTHER'],
  ])('"%s" is %s by its words', (description, type) => {
    expect(typeOf('GV', description)).toBe(type);
  });
});

describe('readActionText', () => {
  test.each([
    ['UUU(CA91701P1053) TENDERED TO CA91701P1TN3 1 FOR 1 (UUU, URANIUM ONE INC., CA91701P1053)', '1', '1'],
    ['GCM(CA38501D2041) SPLIT 1 FOR 25 (GCM, GRAN COLOMBIA GOLD CORP, CA38501D5010)', '25', '1'],
    ['X STOCK DIVIDEND US5543821012 548275673 FOR 10000000000', '10000000000', '548275673'],
    ['X CASH and STOCK MERGER (Acquisition) ABC 4507 FOR 10,000 AND USD 5.00', '10000', '4507'],
    ['X Stock Dividend US3696041033 1.5 for 10', '10', '1.5'],
  ])('reads the ratio of "%s"', (description, from, to) => {
    expect(readActionText(description).ratio).toEqual({ from, to });
  });

  test.each([
    'X MERGED(Voluntary Offer Allocation)  FOR CAD 2.86000000 PER SHARE',
    'X MERGED  WITH SGRH 1 FOR 1,US8269922576 562 FOR 10',
    'X REDEEMED 2 FOR 1 PER BOND',
  ])('"%s" has no ratio, or several', (description) => {
    expect(readActionText(description)).not.toHaveProperty('ratio');
  });

  test('takes event and name apart, whatever the name holds', () => {
    expect(readActionText('X(US1) CHANGE TO (US2) (X.OLD, X, Y AND Z (CLASS A), US2)')).toEqual({
      event: 'X(US1) CHANGE TO (US2)',
      name: 'X, Y AND Z (CLASS A)',
    });
    expect(readActionText(' X DELISTED ')).toEqual({ event: 'X DELISTED' });
  });
});
