import { describe, expect, test } from '@jest/globals';
import { BUY, element, readSections, type Values } from '../../fixtures/document.js';

const trade = (values: Values): string => element('Trade', { ...BUY, ...values });

/** The only transaction of a trade, without identity and raw text. */
async function book(values: Values) {
  const { transactions, problems, unclassified } = await readSections({ Trades: [trade(values)] });
  return { transaction: transactions[0], problems: problems.map(({ code }) => code), unclassified };
}

describe('prices', () => {
  test('bonds are priced in percent, and accrued interest counts where netCash has it', async () => {
    const bond = {
      assetCategory: 'BOND',
      symbol: 'ACME 4 1/4 02/15/34',
      quantity: '10000',
      tradePrice: '98.5',
      tradeMoney: '9850',
      proceeds: '-9850',
      ibCommission: '-5',
    };
    const within = await book({ ...bond, accruedInt: '-120.5', netCash: '-9975.5' });
    expect(within.transaction).toMatchObject({
      priceType: 'PERCENTAGE',
      grossAmount: '9850',
      accruedInterest: '120.5',
      netAmount: { amount: '-9975.5' },
    });
    const apart = await book({ ...bond, accruedInt: '120.5', netCash: '-9855' });
    expect(apart.transaction).not.toHaveProperty('accruedInterest');
    const sold = await book({
      ...bond,
      buySell: 'SELL',
      quantity: '-10000',
      tradeMoney: '-9850',
      proceeds: '9850',
      accruedInt: '120.5',
      netCash: '9965.5',
    });
    expect(sold.transaction).toMatchObject({ accruedInterest: '120.5' });
    expect([...within.problems, ...apart.problems, ...sold.problems]).toEqual([]);
  });

  test('an inflation-linked bond counts its principal', async () => {
    const { transaction, problems } = await book({
      assetCategory: 'BOND',
      quantity: '1000',
      tradePrice: '99.5',
      principalAdjustFactor: '1.25',
      tradeMoney: '1243.75',
      proceeds: '-1243.75',
      netCash: '-1244.75',
    });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({ instrument: { multiplier: '1.25' }, priceType: 'PERCENTAGE' });
  });

  test('a bond that is quoted per unit is told by its money', async () => {
    const { transaction, problems } = await book({ assetCategory: 'BOND' });
    expect(problems).toEqual([]);
    expect(transaction).not.toHaveProperty('priceType');
  });

  test('a price in percent is told by its money where the export has no asset class', async () => {
    const bond = {
      assetCategory: '',
      quantity: '2000',
      tradePrice: '98.5',
      tradeMoney: '1970',
      proceeds: '-1970',
    };
    const { transaction, problems } = await book({ ...bond, netCash: '-1971' });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({ price: '98.5', priceType: 'PERCENTAGE', grossAmount: '1970' });
  });

  test.each([
    ['OPT', '3.5', '350', '100'],
    ['FUT', '5000.25', '250012.5', '50'],
    ['', '3.5', '350', '100'],
  ])(
    'the multiplier of %s is told by the money where the export has none',
    async (kind, price, gross, multiplier) => {
      const { transaction, problems } = await book({
        assetCategory: kind,
        multiplier: '',
        quantity: '1',
        tradePrice: price,
        tradeMoney: gross,
        proceeds: `-${gross}`,
        netCash: '',
      });
      expect(problems).toEqual([]);
      expect(transaction).toMatchObject({ price, instrument: { multiplier }, grossAmount: gross });
    },
  );

  test.each([
    { assetCategory: 'STK', tradePrice: '0.255' },
    { assetCategory: 'OPT', tradePrice: '0', multiplier: '' },
    { assetCategory: 'OPT', tradePrice: '7.3', multiplier: '' },
  ])('no multiplier is made up for what does not fit: %j', async (values) => {
    const { transaction, problems } = await book(values);
    expect(problems).toEqual(['IDENTITY_BROKEN']);
    expect(transaction?.instrument).not.toHaveProperty('multiplier');
  });

  test('prices in pence become pounds, whichever of them the row names', async () => {
    const named = await book({
      currency: 'GBP',
      tradePrice: '412.5',
      tradeMoney: '412.5',
      proceeds: '-412.5',
      ibCommission: '-3',
      ibCommissionCurrency: 'GBP',
      netCash: '-415.5',
    });
    expect(named.transaction).toMatchObject({ price: '4.125', grossAmount: '412.5' });
    const pence = await book({
      currency: 'GBX',
      tradePrice: '412.5',
      tradeMoney: '41250',
      proceeds: '-41250',
      ibCommission: '-300',
      ibCommissionCurrency: 'GBX',
      netCash: '-41550',
    });
    expect(pence.transaction).toMatchObject({
      currency: 'GBP',
      price: '4.125',
      grossAmount: '412.5',
      charges: [{ money: { amount: '3', currency: 'GBP' } }],
      netAmount: { amount: '-415.5', currency: 'GBP' },
    });
    expect([...named.problems, ...pence.problems]).toEqual([]);
  });
});
