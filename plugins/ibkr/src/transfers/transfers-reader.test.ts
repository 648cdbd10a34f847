import { describe, expect, test } from '@jest/globals';
import { element, readSections, type Values } from '../../fixtures/document.js';

describe('transfers', () => {
  const IN: Values = {
    accountId: 'U1234567',
    currency: 'USD',
    assetCategory: 'STK',
    symbol: 'ACME',
    description: 'ACME CORP',
    conid: '1001',
    reportDate: '20240718',
    date: '20240718',
    dateTime: '20240718;104500',
    type: 'ACATS',
    direction: 'IN',
    company: '--',
    account: '12345678',
    quantity: '226',
    positionAmount: '5763',
    cashTransfer: '0',
    code: '',
    transactionID: '5001',
    levelOfDetail: 'TRANSFER',
  };
  const read = (...rows: readonly Values[]) =>
    readSections({ Transfers: rows.map((row) => element('Transfer', row)) });

  test('bring units, whose value is told and whose cost is not', async () => {
    const { transfers, cashMovements, problems } = await read(IN);
    expect(problems).toEqual([]);
    expect(cashMovements).toEqual([]);
    expect(transfers).toMatchObject([
      {
        type: 'TRANSFER_IN',
        quantity: '226',
        value: { amount: '5763', currency: 'USD' },
        charges: [],
        date: '2024-07-18',
        bookedAt: '2024-07-18T14:45:00Z',
        counterparty: '12345678',
        source: { section: 'Transfers', recordId: '5001' },
      },
    ]);
    expect(transfers[0]).not.toHaveProperty('costBasis');
  });

  test('take units away, printed with or without a sign', async () => {
    const { transfers } = await read(
      { ...IN, direction: 'OUT', quantity: '-226', positionAmount: '-5763' },
      { ...IN, direction: 'OUT', transactionID: '5002' },
    );
    expect(transfers.map(({ type, quantity }) => [type, quantity])).toEqual([
      ['TRANSFER_OUT', '-226'],
      ['TRANSFER_OUT', '-226'],
    ]);
  });

  test('may be of cash, or of both', async () => {
    const cash = { symbol: '--', conid: '', assetCategory: 'CASH', quantity: '0', cashTransfer: '1000' };
    const { transfers, cashMovements, problems } = await read(
      { ...IN, ...cash, type: 'INTERNAL', direction: 'OUT' },
      { ...IN, cashTransfer: '50', transactionID: '5002' },
    );
    expect(problems).toEqual([]);
    expect(transfers).toHaveLength(1);
    expect(cashMovements).toMatchObject([
      { type: 'TRANSFER_OUT', money: { amount: '-1000', currency: 'USD' } },
      { type: 'TRANSFER_IN', money: { amount: '50', currency: 'USD' } },
    ]);
  });

  test('of a short position come in below 0, with a value below 0', async () => {
    const { transfers } = await read({ ...IN, quantity: '-226' });
    expect(transfers).toMatchObject([
      { type: 'TRANSFER_IN', quantity: '-226', value: { amount: '-5763', currency: 'USD' } },
    ]);
  });

  test('that are taken back move as they are printed', async () => {
    const { transfers } = await read(
      { ...IN, quantity: '-226', code: 'Ca' },
      { ...IN, direction: 'OUT', transactionID: '5002', code: 'Ca' },
    );
    expect(transfers.map(({ status, quantity }) => [status, quantity])).toEqual([
      ['REVERSAL', '-226'],
      ['REVERSAL', '226'],
    ]);
  });

  test('of cash without cashTransfer have it as their quantity', async () => {
    const { transfers, cashMovements } = await read({
      ...IN,
      assetCategory: 'CASH',
      symbol: '--',
      conid: '',
      direction: '',
      quantity: '-1000',
    });
    expect(transfers).toEqual([]);
    expect(cashMovements).toMatchObject([
      { type: 'TRANSFER_OUT', money: { amount: '-1000', currency: 'USD' } },
    ]);
  });

  test('are read from their lots where the export has lots only', async () => {
    const { transfers } = await read(
      { ...IN, levelOfDetail: 'LOT' },
      { ...IN, levelOfDetail: 'LOT', transactionID: '2' },
    );
    expect(transfers).toHaveLength(2);
  });

  test('of units alone need no currency', async () => {
    const { transfers, problems } = await read({ ...IN, currency: '' });
    expect(problems).toEqual([]);
    expect(transfers).toMatchObject([{ quantity: '226' }]);
    expect(transfers[0]).not.toHaveProperty('value');
  });

  test('that move nothing, or nowhere, are kept', async () => {
    const { unclassified, problems } = await read({ ...IN, quantity: '0' }, { ...IN, direction: 'UP' });
    expect(unclassified).toHaveLength(2);
    expect(problems.map(({ place }) => place?.column)).toEqual(['quantity', 'direction']);
  });

  test('have lots that repeat them', async () => {
    const { ignored } = await readSections({
      Transfers: [element('Transfer', IN), element('TransferLot', IN)],
    });
    expect(ignored).toMatchObject([{ rows: [2] }]);
  });
});
