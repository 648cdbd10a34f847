import { describe, expect, test } from '@jest/globals';
import { ACME } from '../../test/build-row.js';
import { csvOf, readAccount, readFixture, readRows, type Statement } from '../../test/read-account.js';

const LANGUAGES = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'cs'];

function recordsOf(statement: Statement) {
  const { transactions, cashMovements, dividends, fees, corporateActions } = statement;
  return [...transactions, ...cashMovements, ...dividends, ...fees, ...corporateActions];
}

function idsOf(statement: Statement): string[] {
  return recordsOf(statement)
    .map(({ id }) => id)
    .sort();
}

/** Code, rows, lines and column of each problem. */
function outlineOf({ problems }: Statement) {
  return problems.map(({ code, place }) => [code, place?.rows, place?.lines, place?.column]);
}

describe('one month in nine languages', () => {
  test('is one month', async () => {
    const statements = await Promise.all(
      LANGUAGES.map((language) => readAccount(readFixture(`account-${language}.csv`))),
    );
    const [first, ...others] = statements.map(idsOf);
    expect(first).toHaveLength(47);
    for (const other of others) expect(other).toEqual(first);
  });

  test('has its opening and closing balances', async () => {
    const { accounts, period, problems } = await readAccount(readFixture('account-nl.csv'));
    expect(accounts).toEqual([
      {
        id: 'default',
        period: { from: '2024-03-01', to: '2024-06-11' },
        openingCash: ['EUR', 'GBP', 'USD'].map((currency) => ({ amount: '0', currency })),
        cash: [
          { amount: '11.29', currency: 'EUR' },
          { amount: '0', currency: 'GBP' },
          { amount: '9.48', currency: 'USD' },
        ],
      },
    ]);
    expect(period).toEqual({ from: '2024-03-01', to: '2024-06-11' });
    expect(problems).toEqual([]);
  });

  test('has pence in pounds, and the rate that was printed in pence too', async () => {
    const { transactions, cashMovements } = await readAccount(readFixture('account-de.csv'));
    expect(transactions.find(({ currency }) => currency === 'GBP')).toMatchObject({
      quantity: '1000',
      price: '0.845',
      grossAmount: '845.00',
      netAmount: { amount: '-845.00', currency: 'GBP' },
      charges: [
        { kind: 'COMMISSION', money: { amount: '3.90', currency: 'EUR' } },
        { kind: 'STAMP_DUTY', money: { amount: '4.95', currency: 'EUR' } },
      ],
    });
    expect(cashMovements.find(({ money }) => money.currency === 'GBP')?.fx).toMatchObject({
      base: 'EUR',
      quote: 'GBP',
      rate: '0.853466',
    });
  });

  test('may be cut between any two days and be put together again', async () => {
    const [header = '', ...lines] = readFixture('account-nl.csv').trimEnd().split('\n');
    const whole = idsOf(await readAccount([header, ...lines].join('\n')));
    const cuts = lines.flatMap((line, index) =>
      line.slice(0, 10) === lines[index - 1]?.slice(0, 10) ? [] : [index],
    );
    for (const cut of cuts) {
      const halves = [lines.slice(0, cut), lines.slice(cut)].map((half) =>
        readAccount([header, ...half].join('\n')),
      );
      const ids = new Set((await Promise.all(halves)).flatMap(idsOf));
      expect([...ids].sort()).toEqual(whole);
    }
  });

  test('may be sorted the other way around', async () => {
    const [header = '', ...lines] = readFixture('account-nl.csv').trimEnd().split('\n');
    const statement = await readAccount([header, ...lines.toReversed()].join('\n'));
    expect(idsOf(statement)).toEqual(idsOf(await readAccount(readFixture('account-nl.csv'))));
    expect(statement.problems).toEqual([]);
  });
});

describe('rows', () => {
  const deposit = { balance: '' };

  test('a continued line belongs to the row above', async () => {
    const [header = '', row = '', ...others] = csvOf(
      { ...deposit, orderId: '5925d76b-eb36-46e3-' },
      { ...deposit, amount: '1,00' },
    ).split('\n');
    const text = [header, row, ',,,,,,,,,,,b017-a61a6d03c3e7', ...others].join('\n');
    const { rowsTotal, cashMovements } = await readAccount(text);
    expect(rowsTotal).toBe(2);
    expect(cashMovements).toMatchObject([
      { orderId: '5925d76b-eb36-46e3-b017-a61a6d03c3e7' },
      { source: { rows: [2] } },
    ]);
  });

  test('a row that cannot be read is kept, named and takes no other with it', async () => {
    const statement = await readRows(
      { ...deposit, amount: '1,00' },
      { ...deposit, date: '31-02-2024' },
      { ...deposit, currency: 'BTC' },
      { ...deposit, amount: '2,00' },
    );
    expect(statement.cashMovements).toHaveLength(2);
    expect(statement.unclassified.map(({ rows, reason }) => [rows, reason])).toEqual([
      [[2], '"31-02-2024" is no date such as 31-12-2024.'],
      [[3], '"BTC" is no currency.'],
    ]);
    expect(outlineOf(statement)).toEqual([
      ['ROW_MALFORMED', [2], [3], 'Datum'],
      ['ROW_MALFORMED', [3], [4], 'Mutatie'],
    ]);
  });

  test('an unknown description leaves its row unclassified, with all its text', async () => {
    const { unclassified, cashMovements } = await readRows({
      ...deposit,
      description: 'Zorglub',
      amount: '5,00',
    });
    expect(unclassified).toEqual([
      {
        rows: [1],
        text: '15-05-2024, 09:30, 15-05-2024, Zorglub, EUR, 5,00, EUR',
        reason: 'The description is not known.',
      },
    ]);
    expect(cashMovements).toEqual([]);
  });

  test('both rows of a trade of one currency for another are legs of a conversion, whatever days they stand on', async () => {
    const pair = { ...deposit, product: 'EUR/CHF', orderId: 'order-1' };
    const statement = await readRows(
      {
        ...pair,
        date: '17-05-2024',
        description: 'Règlement transaction devise: Vente 4 800 EUR/CHF@0,9412 CHF ()',
        amount: '4800,00',
      },
      { ...pair, description: 'Achat 4 800 EUR/CHF@0,9412 CHF ()', currency: 'CHF', amount: '-4517,76' },
    );
    const fx = { base: 'EUR', quote: 'CHF', rate: '0.9412', source: 'EXECUTED' };
    expect(statement.cashMovements).toMatchObject([
      { type: 'FX_CONVERSION', money: { amount: '4800.00', currency: 'EUR' }, fx, date: '2024-05-17' },
      { type: 'FX_CONVERSION', money: { amount: '-4517.76', currency: 'CHF' }, fx, date: '2024-05-15' },
    ]);
    expect(statement.transactions).toEqual([]);
    expect([...statement.unclassified, ...statement.problems]).toEqual([]);
  });

  test('a row without an amount is ignored, and one without anything too', async () => {
    const { ignored } = await readRows(
      { ...deposit, description: 'Storting mislukt', amount: '', currency: '' },
      {
        ...deposit,
        description: 'Money Market fund conversion: Buy 0.5 at 9,934.3851 EUR',
        amount: '',
        currency: '',
      },
      Object.fromEntries(
        ['date', 'time', 'valueDate', 'description', 'currency', 'amount', 'balanceCurrency', 'balance'].map(
          (name) => [name, ' '],
        ),
      ),
    );
    expect(ignored).toEqual([
      { reason: 'row without an amount', rows: [1, 2] },
      { reason: 'empty row', rows: [3] },
    ]);
  });

  test('a failed payment that books an amount is not understood', async () => {
    const { unclassified } = await readRows({ ...deposit, description: 'Storting mislukt', amount: '5,00' });
    expect(unclassified).toHaveLength(1);
  });

  test('a time that exists twice leaves the date', async () => {
    const statement = await readRows({ ...deposit, date: '27-10-2024', time: '02:15' });
    expect(statement.cashMovements).toMatchObject([{ date: '2024-10-27' }]);
    expect(statement.cashMovements[0]).not.toHaveProperty('bookedAt');
    expect(outlineOf(statement)).toEqual([['AMBIGUOUS_TIME', [1], [2], 'Tijd']]);
  });

  test('two rows that are alike are two bookings', async () => {
    const { cashMovements } = await readRows(deposit, deposit);
    expect(new Set(cashMovements.map(({ id }) => id)).size).toBe(2);
  });

  test('interest is received or paid by its sign', async () => {
    const { cashMovements } = await readRows(
      { ...deposit, description: 'Flatex Interest Income', amount: '0,00' },
      { ...deposit, description: 'Rente', amount: '-0,12' },
    );
    expect(cashMovements.map(({ type }) => type)).toEqual(['INTEREST_RECEIVED', 'INTEREST_PAID']);
  });
});

describe('what the file as a whole tells', () => {
  test('a text that is no ISIN is reported once, and its rows are kept', async () => {
    const fee = { ...ACME, isin: 'NL0015001232', description: 'DEGIRO Corporate Action Kosten', balance: '' };
    const statement = await readRows({ ...fee, amount: '-1,00' }, { ...fee, amount: '-2,00' });
    expect(statement.fees.map(({ instrument }) => instrument)).toEqual([
      { kind: 'EQUITY', name: 'ACME NV' },
      { kind: 'EQUITY', name: 'ACME NV' },
    ]);
    expect(outlineOf(statement)).toEqual([['IDENTIFIER_INVALID', [1, 2], [2, 3], 'ISIN']]);
  });

  test('a sweep and its mirror cancel each other', async () => {
    const { ignored, problems } = await readRows(
      {
        description: 'Overboeking van uw geldrekening bij flatexDEGIRO Bank 26,45 EUR',
        amount: '',
        currency: '',
        balance: '1,35',
      },
      { description: 'Degiro Cash Sweep Transfer', amount: '26,45', balance: '27,80' },
    );
    expect(ignored).toEqual([{ reason: 'cash swept between DEGIRO and flatex', rows: [1, 2] }]);
    expect(problems).toEqual([]);
  });

  test('a mirror alone is reported with its money', async () => {
    const statement = await readRows({
      description: 'Overboeking naar uw geldrekening bij flatexDEGIRO Bank: 0,4 EUR',
      amount: '',
      currency: '',
      balance: '26,39',
    });
    expect(statement.ignored).toEqual([
      {
        reason: 'cash swept between DEGIRO and flatex',
        rows: [1],
        money: [{ amount: '0.4', currency: 'EUR' }],
      },
    ]);
    expect(outlineOf(statement)).toContainEqual(['BALANCE_MISMATCH', [1], [2], 'Omschrijving']);
  });

  test('a reservation that nothing takes back is reported', async () => {
    const row = (description: string, amount: string) => ({ description, amount, balance: '' });
    const statement = await readRows(
      row('Processed Flatex Withdrawal', '15,10'),
      row('flatex terugstorting', '-15,10'),
      row('Reservation iDEAL / Sofort Deposit', '-27,80'),
      row('Reservation iDEAL / Sofort Deposit', '27,80'),
    );
    expect(statement.cashMovements.map(({ type, money }) => [type, money.amount])).toEqual([
      ['RESERVATION', '15.10'],
      ['WITHDRAWAL', '-15.10'],
      ['RESERVATION', '-27.80'],
      ['RESERVATION', '27.80'],
    ]);
    expect(outlineOf(statement)).toEqual([['BALANCE_MISMATCH', [1], [2], 'Mutatie']]);
  });

  test('balances that do not join are reported once, and none is given', async () => {
    const statement = await readRows(
      { balance: '300,00' },
      { balance: '200,00' },
      { balance: '50,00' },
      { balance: '49,00' },
    );
    expect(statement.accounts).toEqual([{ id: 'default', period: { from: '2024-05-15', to: '2024-05-15' } }]);
    expect(outlineOf(statement)).toEqual([['BALANCE_MISMATCH', [3, 4], [4, 5], 'Saldo']]);
    expect(statement.problems[0]?.message).toContain('Of 3 running balances 1 follow');
  });
});

describe('a file that another program wrote', () => {
  const fill = { ...ACME, orderId: 'order-1', balanceCurrency: 'EUR' };
  const fills = [
    { ...fill, description: 'Transactiekosten', amount: '-2,00', balance: '18,00' },
    { ...fill, description: 'Koop 3 @ 10 EUR', amount: '-30,00', balance: '20,00' },
    { ...fill, description: 'Koop 5 @ 10 EUR', amount: '-50,00', balance: '50,00' },
  ];
  const chargesOf = ({ transactions }: Statement) =>
    Object.fromEntries(transactions.map(({ quantity, charges }) => [quantity, charges.length]));

  test('and turned around gives the costs to the same fill', async () => {
    const statements = [await readRows(...fills), await readRows(...fills.toReversed())];
    expect(statements.map(chargesOf)).toEqual([
      { 3: 0, 5: 1 },
      { 3: 0, 5: 1 },
    ]);
  });

  test('and sorted by date alone has the rows of a minute as they were', async () => {
    const earlier = { date: '14-05-2024', amount: '100,00', balance: '100,00' };
    expect(chargesOf(await readRows(earlier, ...fills))).toEqual({ 3: 0, 5: 1 });
  });

  test('may have lines above its header', async () => {
    const statement = await readAccount(`sep=,\nRekeningoverzicht\n\n${csvOf({ amount: '1,2,3' }, {})}`);
    expect(statement).toMatchObject({ rowsTotal: 2, cashMovements: [{ source: { rows: [2] } }] });
    expect(outlineOf(statement)).toEqual([['ROW_MALFORMED', [1], [5], 'Mutatie']]);
  });

  test('may lack what only checks or adds', async () => {
    const header = 'Datum,Tijd,Product,ISIN,Omschrijving,Mutatie,,Order Id';
    const { cashMovements, accounts, problems } = await readAccount(
      `${header}\n15-05-2024,09:30,,,iDEAL Deposit,EUR,"100,00",\n`,
    );
    expect(cashMovements).toMatchObject([{ type: 'DEPOSIT', money: { amount: '100.00', currency: 'EUR' } }]);
    expect(cashMovements[0]).not.toHaveProperty('valueDate');
    expect(accounts).toEqual([{ id: 'default', period: { from: '2024-05-15', to: '2024-05-15' } }]);
    expect(problems).toEqual([]);
  });
});

describe('files', () => {
  test('an empty file is refused', async () => {
    await expect(readAccount('')).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: 'The file is empty.',
    });
  });

  test('a header alone is a statement without rows', async () => {
    await expect(readAccount(csvOf())).resolves.toMatchObject({ rowsTotal: 0, accounts: [], problems: [] });
  });

  test('the list of transactions is refused with the way out', async () => {
    const text =
      'Datum,Tijd,Product,ISIN,Beurs,Uitvoeringsplaats,Aantal,Koers,,Lokale waarde,,Waarde,,Wisselkoers,Transactiekosten en/of,,Totaal,,Order ID\n';
    await expect(readAccount(text)).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      remedy: expect.stringContaining('Account statement'),
    });
  });

  test('semicolons, windows-1252 and old order ids of one blank are read', async () => {
    const text = csvOf({ description: 'CrÃ©dito de divisa', amount: '100', balance: '1000', orderId: ' ' })
      .replaceAll(',', ';')
      .replace('Omschrijving', 'Descrição');
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const { cashMovements } = await readAccount(bytes);
    expect(cashMovements).toMatchObject([{ type: 'FX_CONVERSION', description: 'Crédito de divisa' }]);
  });

  test('more rows than are held back are read all the same', async () => {
    const rows = Array.from({ length: 6000 }, (_, index) => ({
      ...ACME,
      description: index % 2 === 0 ? 'Transactiekosten' : 'Koop 1 @ 1 EUR',
      amount: '-1,00',
      balance: '',
      orderId: `order-${Math.floor(index / 2)}`,
    }));
    const { transactions, fees, rowsTotal } = await readRows(...rows);
    expect(rowsTotal).toBe(6000);
    expect(transactions).toHaveLength(3000);
    expect(transactions.every(({ charges }) => charges.length === 1)).toBe(true);
    expect(fees).toEqual([]);
  });
});
