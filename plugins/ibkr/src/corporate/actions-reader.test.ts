import { describe, expect, test } from '@jest/globals';
import { element, readSections, type Values } from '../../fixtures/document.js';

/** A reverse split of 1 for 25, the row of the new shares. */
const NEW: Values = {
  accountId: 'U1234567',
  currency: 'CAD',
  assetCategory: 'STK',
  symbol: 'ACME',
  description: 'ACME(CA38501D2041) SPLIT 1 FOR 25 (ACME, ACME GOLD CORP, CA38501D5010)',
  conid: '129258970',
  isin: 'CA38501D5010',
  reportDate: '20240618',
  dateTime: '20240617;202500',
  amount: '0',
  proceeds: '0',
  value: '0',
  quantity: '480',
  code: '',
  type: 'RS',
  actionID: '555',
  transactionID: '8002',
  levelOfDetail: 'DETAIL',
};

/** The row of the old ones. */
const OLD: Values = {
  ...NEW,
  symbol: 'ACME.OLD',
  description: 'ACME(CA38501D2041) SPLIT 1 FOR 25 (ACME.OLD, ACME GOLD CORP, CA38501D2041)',
  conid: '80845553',
  isin: 'CA38501D2041',
  quantity: '-12000',
  transactionID: '8001',
};

const read = (...rows: readonly Values[]) =>
  readSections({ CorporateActions: rows.map((row) => element('CorporateAction', row)) });

describe('corporate actions', () => {
  test('all rows of an event are one record, known by its lowest booking', async () => {
    const { corporateActions, problems } = await read(NEW, OLD);
    expect(problems).toEqual([]);
    expect(corporateActions).toMatchObject([
      {
        type: 'REVERSE_SPLIT',
        status: 'BOOKED',
        eventId: '555',
        ratio: { from: '25', to: '1' },
        legs: [
          { instrument: { name: 'ACME GOLD CORP', brokerId: '80845553' }, quantity: '-12000' },
          { instrument: { name: 'ACME GOLD CORP', brokerId: '129258970' }, quantity: '480' },
        ],
        cash: [],
        date: '2024-06-18',
        bookedAt: '2024-06-18T00:25:00Z',
        description: 'ACME(CA38501D2041) SPLIT 1 FOR 25',
        source: { recordId: '8001', rows: [2, 1] },
      },
    ]);
    const turned = await read(OLD, NEW);
    expect(turned.corporateActions[0]?.id).toBe(corporateActions[0]?.id);
  });

  test('rows of older exports are one event by description and time', async () => {
    const older = { actionID: '', transactionID: '', type: '' };
    const { corporateActions } = await read(
      { ...NEW, ...older },
      { ...OLD, ...older },
      { ...NEW, ...older, dateTime: '20240701;202500', reportDate: '20240702' },
    );
    expect(corporateActions.map(({ type, legs }) => [type, legs.length])).toEqual([
      ['REVERSE_SPLIT', 2],
      ['REVERSE_SPLIT', 1],
    ]);
  });

  test('proceeds are cash, and cash for fractions is told apart', async () => {
    const { corporateActions } = await read(
      {
        ...OLD,
        quantity: '-12000',
        proceeds: '34320',
        amount: '-34320',
        type: 'TC',
        description: 'X MERGED',
      },
      {
        ...OLD,
        quantity: '0',
        proceeds: '12.34',
        amount: '-12.34',
        type: 'TC',
        description: 'X CASH IN LIEU OF FRACTIONAL SHARES',
        transactionID: '8005',
      },
    );
    expect(corporateActions).toMatchObject([
      {
        type: 'MERGER',
        legs: [{ quantity: '-12000' }],
        cash: [
          { kind: 'PROCEEDS', money: { amount: '34320', currency: 'CAD' } },
          { kind: 'CASH_IN_LIEU', money: { amount: '12.34', currency: 'CAD' } },
        ],
      },
    ]);
  });

  test('exports with the amount alone print it with the other sign', async () => {
    const { proceeds: _, ...row } = OLD;
    const { corporateActions } = await read({ ...row, amount: '500', type: 'SR' });
    expect(corporateActions).toMatchObject([{ cash: [{ money: { amount: '-500' } }] }]);
  });

  test('legs and cash that net to zero are left out; what moves nothing is ignored', async () => {
    const { corporateActions, ignored } = await read(
      { ...OLD, quantity: '100', proceeds: '5' },
      { ...OLD, quantity: '-100', proceeds: '-5', transactionID: '8003' },
      { ...NEW, quantity: '0', actionID: '556', type: 'PV' },
    );
    expect(corporateActions).toEqual([]);
    expect(ignored.flatMap(({ rows }) => rows).sort()).toEqual([1, 2, 3]);
  });

  test('an empty column of proceeds leaves the word to the amount, which has the other sign', async () => {
    const { corporateActions } = await read({ ...OLD, type: 'TC', proceeds: '', amount: '-34320' });
    expect(corporateActions).toMatchObject([{ cash: [{ money: { amount: '34320', currency: 'CAD' } }] }]);
  });

  test('a cancellation takes the event back, and what is booked anew is a record of its own', async () => {
    const later = { reportDate: '20240624' };
    const { corporateActions } = await read(
      OLD,
      NEW,
      { ...OLD, ...later, quantity: '12000', code: 'Ca', transactionID: '8011' },
      { ...NEW, ...later, quantity: '-480', code: 'Ca', transactionID: '8012' },
      { ...OLD, ...later, transactionID: '8013' },
      { ...NEW, ...later, quantity: '481', transactionID: '8014' },
    );
    const original = corporateActions.find(({ source }) => source.recordId === '8001');
    expect(corporateActions).toMatchObject([
      { status: 'BOOKED', date: '2024-06-18' },
      { status: 'BOOKED', date: '2024-06-24', legs: [{ quantity: '-12000' }, { quantity: '481' }] },
      { status: 'REVERSAL', date: '2024-06-24', legs: [{ quantity: '12000' }, { quantity: '-480' }] },
    ]);
    expect(corporateActions[2]?.reverses).toBe(original?.id);
    expect(new Set(corporateActions.map(({ linkId }) => linkId)).size).toBe(1);
  });

  test('units alone need no currency', async () => {
    const { corporateActions, problems } = await read({ ...OLD, currency: '' }, { ...NEW, currency: '' });
    expect(problems).toEqual([]);
    expect(corporateActions).toMatchObject([{ legs: [{ quantity: '-12000' }, { quantity: '480' }] }]);
  });

  test('proceeds without currency are kept and reported', async () => {
    const { unclassified, problems } = await read({ ...NEW, currency: '', proceeds: '5' });
    expect(unclassified).toMatchObject([{ rows: [1] }]);
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { column: 'currency' } }]);
  });

  test('an event of many instruments stays within the contract', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => ({
      ...NEW,
      conid: String(index + 1),
      transactionID: String(index + 1),
    }));
    const { corporateActions } = await read(...rows);
    expect(corporateActions.flatMap(({ legs }) => legs)).toHaveLength(150);
  });
});
