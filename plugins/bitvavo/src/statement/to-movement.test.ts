import { describe, expect, test } from '@jest/globals';
import { buildRow } from '../../test/build-row.js';
import { readBookingTime } from './booking-time.js';
import { toMovement } from './to-movement.js';

const book = (cells: Parameters<typeof buildRow>[0]) => {
  const row = buildRow(cells);
  return toMovement(row, readBookingTime(row));
};

describe('toMovement', () => {
  test('a deposit of money is a cash movement', () => {
    expect(book({ address: 'NL07***91' })).toEqual({
      cashMovements: [
        {
          accountId: 'default',
          type: 'DEPOSIT',
          status: 'BOOKED',
          money: { amount: '250', currency: 'EUR' },
          bookedAt: '2024-05-06T08:11:12Z',
          date: '2024-05-06',
          description: 'deposit NL07***91',
          source: {
            recordId: '5f0c9f6e-7a52-4d0e-9d0b-5f4a0f6b1c11',
            printedTime: '10:11:12',
            rows: [7],
          },
          raw: [{}],
        },
      ],
      findings: [],
    });
  });

  test('a withdrawal of a crypto asset is a transfer whose quantity holds the network fee', () => {
    const row = { type: 'withdrawal', currency: 'BTC', amount: '-0.0009999', address: '1MNm' };
    expect(book({ ...row, feeCurrency: 'BTC', feeAmount: '0.0002' })).toMatchObject({
      transfers: [
        {
          type: 'TRANSFER_OUT',
          instrument: { kind: 'CRYPTO', symbol: 'BTC' },
          quantity: '-0.0009999',
          charges: [{ kind: 'NETWORK', quantity: '0.0002', instrument: { symbol: 'BTC' }, included: true }],
          counterparty: '1MNm',
        },
      ],
      findings: [],
    });
  });

  test('a fee larger than the amount that holds it is kept and reported', () => {
    const booked = book({
      type: 'withdrawal',
      currency: 'ETH',
      amount: '-0.01',
      feeCurrency: 'ETH',
      feeAmount: '1',
    });
    expect(booked?.transfers?.[0]).toMatchObject({ quantity: '-0.01', charges: [{ quantity: '1' }] });
    expect(booked?.findings).toEqual([
      expect.objectContaining({ code: 'IDENTITY_BROKEN', column: 'feeAmount' }),
    ]);
  });

  test('a fee in another asset is not included and can be larger than the amount', () => {
    const booked = book({
      type: 'withdrawal',
      currency: 'ETH',
      amount: '-0.01',
      feeCurrency: 'EUR',
      feeAmount: '1',
    });
    expect(booked?.transfers?.[0]?.charges).toEqual([
      { kind: 'NETWORK', money: { amount: '1', currency: 'EUR' } },
    ]);
    expect(booked?.findings).toEqual([]);
  });

  test('the fee of a deposit of money is part of the amount', () => {
    expect(book({ feeCurrency: 'EUR', feeAmount: '2' })?.cashMovements?.[0]).toMatchObject({
      money: { amount: '250', currency: 'EUR' },
      charges: [{ kind: 'OTHER', money: { amount: '2', currency: 'EUR' }, included: true }],
    });
  });

  test.each(['', '0', '0.00', '-0'])('a fee of "%s" is no charge', (feeAmount) => {
    expect(book({ feeCurrency: 'EUR', feeAmount })?.cashMovements?.[0]?.charges).toBeUndefined();
  });

  test('a fee without a currency is refused', () => {
    expect(() => book({ feeAmount: '1' })).toThrow(expect.objectContaining({ column: 'feeCurrency' }));
  });

  test.each([
    ['staking', '1', 'STAKING_REWARD', 'BOOKED'],
    ['staking', '-1', 'STAKING_REWARD', 'BOOKED'],
    ['fixed_staking', '1', 'STAKING_REWARD', 'BOOKED'],
    ['affiliate', '1', 'DISTRIBUTION', 'BOOKED'],
    ['distribution', '1', 'DISTRIBUTION', 'BOOKED'],
    ['campaign_new_user_incentive', '1', 'DISTRIBUTION', 'BOOKED'],
    ['deposit', '1', 'TRANSFER_IN', 'BOOKED'],
    ['internal_transfer', '1', 'TRANSFER_IN', 'BOOKED'],
    ['internal_transfer', '-1', 'TRANSFER_OUT', 'BOOKED'],
    ['loan', '-1', 'TRANSFER_OUT', 'BOOKED'],
    ['external_transferred_funds', '1', 'TRANSFER_IN', 'BOOKED'],
    ['withdrawal_cancelled', '1', 'TRANSFER_OUT', 'REVERSAL'],
    ['manually_assigned_bitvavo', '-1', 'CORRECTION', 'BOOKED'],
  ])('%s of %s ADA is %s %s', (type, amount, transferType, status) => {
    expect(book({ type, currency: 'ADA', amount })?.transfers).toEqual([
      expect.objectContaining({ type: transferType, status, quantity: amount }),
    ]);
  });

  test.each([
    ['withdrawal', '-1', 'WITHDRAWAL', 'BOOKED'],
    ['withdrawal_cancelled', '1', 'WITHDRAWAL', 'REVERSAL'],
    ['rebate', '1', 'REBATE', 'BOOKED'],
    ['affiliate', '1', 'REBATE', 'BOOKED'],
    ['distribution', '1', 'COMPENSATION', 'BOOKED'],
    ['internal_transfer', '-1', 'TRANSFER_OUT', 'BOOKED'],
    ['manually_assigned', '-1', 'CORRECTION', 'BOOKED'],
  ])('%s of %s EUR is %s %s', (type, amount, movementType, status) => {
    expect(book({ type, amount })?.cashMovements).toEqual([
      expect.objectContaining({ type: movementType, status, money: { amount, currency: 'EUR' } }),
    ]);
  });

  test.each([
    ['lottery', 'ADA', '1'],
    ['airdrop', 'EUR', '1'],
    ['', 'ADA', '1'],
    ['constructor', 'ADA', '1'],
    ['fixed_staking', 'ADA', '-1'],
    ['staking', 'EUR', '1'],
    ['withdrawal_cancelled', 'EUR', '-1'],
  ])('"%s" of %s %s is unknown', (type, currency, amount) => {
    expect(book({ type, currency, amount })).toBeUndefined();
  });

  test.each(['', 'eur', 'B T C', 'X'.repeat(40), '<b>'])('the asset "%s" is refused', (currency) => {
    expect(() => book({ currency })).toThrow(expect.objectContaining({ column: 'currency' }));
  });

  test('a crypto asset that is called like a rare currency is no money', () => {
    expect(book({ currency: 'MNT' })?.transfers?.[0]?.instrument).toMatchObject({
      kind: 'CRYPTO',
      symbol: 'MNT',
    });
  });

  test.each(['', '-', 'N/A', '00000000-0000-0000-0000-000000000000', 'x'.repeat(600)])(
    'the transaction id "%s" is none',
    (transactionId) => {
      expect(book({ transactionId })?.cashMovements?.[0]?.source).toEqual({
        printedTime: '10:11:12',
        rows: [7],
      });
    },
  );

  test('an endless address is kept in the raw text only', () => {
    const address = 'x'.repeat(600);
    expect(book({ address })?.cashMovements?.[0]?.description).toBe('deposit');
    expect(book({ address, currency: 'ADA' })?.transfers?.[0]).not.toHaveProperty('counterparty');
  });
});
