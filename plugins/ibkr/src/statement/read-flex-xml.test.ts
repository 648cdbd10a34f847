import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { BUY, element, file, read, readSections, statement } from '../../fixtures/document.js';

const EVERYTHING = readFileSync(new URL('../../fixtures/every-section.xml', import.meta.url), 'utf8');

describe('a whole file', () => {
  test('says who, when and for which period', async () => {
    const { accounts, period, generatedAt } = await read(EVERYTHING);
    expect(period).toEqual({ from: '2024-01-02', to: '2024-06-30' });
    expect(generatedAt).toBe('2024-07-01T08:15:23Z');
    expect(accounts.map(({ id, baseCurrency }) => [id, baseCurrency])).toEqual([
      ['U1234567', 'EUR'],
      ['U1234568', 'USD'],
    ]);
  });

  test('leads from its opening to its closing balances, in every currency', async () => {
    const { accounts, problems } = await read(EVERYTHING);
    expect(accounts[0]?.cash?.map(({ currency }) => currency)).toEqual(['EUR', 'GBP', 'USD']);
    expect(problems).toEqual([]);
    const changed = await read(EVERYTHING.replace('netCash="-4051"', 'netCash="-4061"'));
    expect(changed.problems.map(({ code }) => code).sort()).toEqual(['BALANCE_MISMATCH', 'IDENTITY_BROKEN']);
  });

  test.each([17, 1009])('is the same in pieces of %i bytes', async (size) => {
    expect(await read(EVERYTHING, size)).toEqual(await read(EVERYTHING));
  });

  test('may hold an account twice, with other periods', async () => {
    const { accounts } = await read(
      file(
        statement({ Trades: [] }, { fromDate: '20240101', toDate: '20240131' }),
        statement({ Trades: [] }, { fromDate: '20240201', toDate: '20240229' }),
      ),
    );
    expect(accounts.map(({ period }) => period?.to)).toEqual(['2024-01-31', '2024-02-29']);
  });

  test('may tell the same booking in two statements, with and without id', async () => {
    const noId = element('Trade', { ...BUY, transactionID: '' });
    const trades = { Trades: [noId, noId, element('Trade', BUY)] };
    const { transactions, ignored } = await read(
      file(statement(trades, { toDate: '20240630' }), statement(trades, { fromDate: '20240201' })),
    );
    expect(transactions.map(({ source }) => source.rows)).toEqual([[1], [2], [3]]);
    expect(ignored.flatMap(({ rows }) => rows)).toEqual([4, 5, 6]);
  });

  test('without account number belongs to the default account', async () => {
    const { accounts } = await readSections({ Trades: [] }, { accountId: '-' });
    expect(accounts).toMatchObject([{ id: 'default' }]);
  });
});

describe('other files', () => {
  const DOCTYPE = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY xxe SYSTEM "file:///etc/passwd">]>';

  test.each([
    ['nothing', '', 'empty'],
    ['a letter', 'Dear reader,\nthis is a letter.\n', 'no Flex statement'],
    ['a page', '<html><body>Log in</body></html>', 'html'],
    ['trade confirmations', '<FlexQueryResponse queryName="x" type="TCF">', 'trade confirmations'],
    ['an error of the web service', '<FlexStatementResponse timestamp="x"/>', 'web service'],
    ['a Flex query as CSV', '"ClientAccountID","CurrencyPrimary"\n"U1","USD"\n', 'CSV'],
    ['a Flex query as CSV without currencies', 'ClientAccountID,Symbol\nU1,ACME\n', 'CSV'],
    ['an activity statement in German', 'Statement,Header,Feldname,Feldwert\n', 'CSV'],
    ['an activity statement as CSV', 'Statement,Header,Field Name,Field Value\n', 'CSV'],
    ['entities of its own', `${DOCTYPE}<FlexQueryResponse/>`, 'DOCTYPE'],
    ['a long text', 'x '.repeat(100_000), 'no Flex statement'],
  ])('%s are refused by name', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringContaining(message),
    });
  });

  test('a byte order mark and an XML declaration are welcome', async () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${file(statement({}))}`;
    expect((await read(text)).accounts).toHaveLength(1);
  });
});
