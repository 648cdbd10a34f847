import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emulator } from '../index.js';
import { findElements } from '../life/element.js';
import { parseElement, readLife } from '../life/read-life.js';
import { formatTimestamp } from './envelope.js';
import { ERROR_CODES } from './error-codes.js';
import { SERVICE } from './flex-settings.js';

let running: Awaited<ReturnType<typeof emulator.start>>;
let now: number;

beforeEach(async () => {
  now = Date.parse('2025-01-03T09:15:22Z');
  running = await emulator.start({ clock: () => now });
});

afterEach(() => running.close());

/** Lets a second pass first, as the limit of the service asks. */
async function get(step: string, query: Record<string, string>): Promise<string> {
  now += 1_500;
  const url = `${running.baseUrl}${SERVICE}/${step}?${String(new URLSearchParams(query))}`;
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return answer.text();
}

const token = (): string => running.credentials.flexToken ?? '';
const send = (query: Record<string, string> = {}): Promise<string> =>
  get('SendRequest', { t: token(), q: '1061122', v: '3', ...query });
const fetchStatement = (q: string, query: Record<string, string> = {}): Promise<string> =>
  get('GetStatement', { t: token(), q, v: '3', ...query });
const partOf = (text: string, name: string): string =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
const codeOf = (text: string): number => Number(partOf(text, 'ErrorCode'));

test('two steps lead to the statement', async () => {
  const accepted = await send();
  expect(accepted).toContain('<FlexStatementResponse timestamp="03 January, 2025 04:15 AM EST">');
  expect(partOf(accepted, 'Status')).toBe('Success');
  expect(partOf(accepted, 'Url')).toBe(
    'https://ndcdyn.interactivebrokers.com/AccountManagement/FlexWebService/GetStatement',
  );
  const statement = await fetchStatement(partOf(accepted, 'ReferenceCode'));
  expect(parseElement(statement)).toEqual(readLife());
  running.journal.expectClean();
});

test('the two steps are at their former path as well, on both hosts', async () => {
  const former = async (step: string, host: string, q: string): Promise<string> => {
    now += 1_500;
    const url = new URL(`/Universal/servlet/FlexStatementService.${step}`, running.origins[host]);
    url.search = String(new URLSearchParams({ v: '3', t: token(), q }));
    return (await fetch(url)).text();
  };
  for (const host of ['https://ndcdyn.interactivebrokers.com', 'https://gdcdyn.interactivebrokers.com']) {
    const reference = partOf(await former('SendRequest', host, '1061122'), 'ReferenceCode');
    expect(parseElement(await former('GetStatement', host, reference))).toEqual(readLife());
  }
  running.journal.expectClean();
});

// The published example of the documentation.
test('the time of an answer is that of New York', () => {
  expect(formatTimestamp(Date.parse('2012-08-28T14:37:00Z'))).toBe('28 August, 2012 10:37 AM EDT');
});

test('a statement is being made for as long as the scenario says', async () => {
  running.scenario.flex.pollsUntilReady = 2;
  const reference = partOf(await send(), 'ReferenceCode');
  const waiting = await fetchStatement(reference);
  expect([partOf(waiting, 'Status'), codeOf(waiting)]).toEqual(['Warn', 1019]);
  expect(codeOf(await fetchStatement(reference))).toBe(1019);
  expect(await fetchStatement(reference)).toMatch(/^<FlexQueryResponse queryName="Bourse" type="AF">/);
});

test('the query chooses sections, columns and the way of writing dates', async () => {
  running.scenario.flex.queries['7'] = {
    name: 'Trades',
    format: { date: 'dd/MM/yy', time: 'HH:mm:ss', separator: ' ' },
    sections: ['Trades'],
    columns: { Trade: ['conid', 'dateTime', 'tradeDate'] },
  };
  const statement = await fetchStatement(partOf(await send({ q: '7' }), 'ReferenceCode'));
  expect(statement).not.toContain('<CashTransaction');
  expect(statement).toContain('fromDate="02/01/24"');
  expect(findElements(parseElement(statement), 'Trade')[0]?.attributes).toEqual({
    conid: '12087792',
    dateTime: expect.stringMatching(/^\d\d\/01\/24 \d\d:\d\d:\d\d$/),
    tradeDate: expect.stringMatching(/^\d\d\/01\/24$/),
  });
});

describe('what is wrong is said with a code and the status 200', () => {
  test.each([
    ['another token', { t: 'x' }, 1015],
    ['another version', { v: '2' }, 1020],
    ['an unknown query', { q: '8' }, 1014],
    ['another period', { fd: '20240101', td: '20240201' }, 1003],
  ])('%s', async (_, query, code) => {
    const answer = await send(query);
    expect([partOf(answer, 'Status'), codeOf(answer)]).toEqual(['Fail', code]);
  });

  test('an unknown reference code', async () => {
    expect(codeOf(await fetchStatement('123'))).toBe(1017);
  });

  test.each([
    ['tokenExpiresAt', 0, 1012],
    ['isRightAddress', false, 1013],
    ['isServiceActive', false, 1011],
  ] as const)('%s %s', async (setting, value, code) => {
    Object.assign(running.scenario.flex, { [setting]: value });
    expect(codeOf(await send())).toBe(code);
  });

  test.each([
    ['legacy', 1010],
    ['accountInvalid', 1016],
  ] as const)('a query that is %s', async (state, code) => {
    const query = running.scenario.flex.queries['1061122'];
    if (query !== undefined) running.scenario.flex.queries['1061122'] = { ...query, state };
    expect(codeOf(await send())).toBe(code);
  });

  test('more than one request in a second, or ten in a minute', async () => {
    await send();
    now -= 1_500;
    expect(codeOf(await send())).toBe(1018);
    for (let count = 1; count < 10; count += 1) await send();
    expect(codeOf(await send())).toBe(1018);
    now += 60_000;
    expect(partOf(await send(), 'Status')).toBe('Success');
  });

  test.each(ERROR_CODES)('%i, where a test says so', async (code) => {
    running.faults.inject(`flex${code}`, { route: 'SendRequest' });
    expect(codeOf(await send())).toBe(code);
  });
});

test('a request without User-Agent, or with a parameter that nobody knows, is undocumented', async () => {
  const url = `${running.baseUrl}${SERVICE}/SendRequest?t=${token()}&q=1061122&v=3`;
  expect((await fetch(url, { headers: { 'user-agent': '' } })).status).toBe(403);
  expect(() => running.journal.expectClean()).toThrow(/no User-Agent/);
  running.journal.clear();
  expect((await fetch(`${url}&x=1`)).status).toBe(501);
  expect(() => running.journal.expectClean()).toThrow(/no parameter "x"/);
});
