import { describe, expect, test } from '@jest/globals';
import { SERVICE_METHODS } from './service-methods.js';
import { SERVICE_NAMES, SERVICES_OF_TYPES, type ServiceName } from './service-name.js';

const instrument = { kind: 'EQUITY', name: 'Acme', isin: 'US0378331005' };
const quote = { instrument, last: '1.5', currency: 'EUR', at: '2026-01-02T03:04:05Z', delay: 'REALTIME' };
const bar = { start: '2026-01-02T00:00:00Z', open: 1, high: 2, low: 0.5, close: 1.5 };
const rate = { base: 'EUR', quote: 'USD', rate: '1.1', source: 'REFERENCE', date: '2026-01-02' };

const answers = (service: ServiceName, method: string, value: unknown): boolean | undefined =>
  SERVICE_METHODS[service][method]?.answer.safeParse(value).success;
const asks = (service: ServiceName, method: string, value: unknown): boolean | undefined =>
  SERVICE_METHODS[service][method]?.request.safeParse(value).success;

test('every service has methods, and a type of plugins that may offer it', () => {
  for (const name of SERVICE_NAMES) {
    expect(Object.keys(SERVICE_METHODS[name])).not.toEqual([]);
    expect(Object.values(SERVICES_OF_TYPES).flat()).toContain(name);
  }
});

describe('a login', () => {
  test.each([
    [{ outcome: 'LOGGED_IN' }, true],
    [{ outcome: 'LOGGED_IN', expiresAt: '2026-01-02T03:04:05Z' }, true],
    [{ outcome: 'LOGGED_IN', token: 'x' }, false],
    [
      { outcome: 'SECOND_FACTOR_REQUIRED', method: 'IN_APP', message: 'Open the app.', pollAfter: 5_000 },
      true,
    ],
    [{ outcome: 'SECOND_FACTOR_REQUIRED' }, false],
    [{ outcome: 'SECOND_FACTOR_REQUIRED', method: 'IN_APP', pollAfter: 1 }, false],
    [{ outcome: 'REFUSED' }, false],
  ])('may end as %j: %j', (answer, right) => {
    expect(answers('authentication', 'logIn', answer)).toBe(right);
    expect(answers('authentication', 'continueLogIn', answer)).toBe(right);
  });

  test('goes on without the code', () => {
    expect(asks('authentication', 'continueLogIn', { method: 'TOTP' })).toBe(true);
    expect(asks('authentication', 'continueLogIn', { method: 'TOTP', code: '123456' })).toBe(false);
  });
});

describe('prices', () => {
  test('are asked for at most 100 instruments at once', () => {
    const request = (count: number): object => ({ instruments: Array(count).fill(instrument) });
    for (const [service, method] of [
      ['quote', 'getQuotes'],
      ['stream', 'subscribeQuotes'],
    ] as const) {
      expect(asks(service, method, request(100))).toBe(true);
      expect(asks(service, method, request(101))).toBe(false);
      expect(asks(service, method, request(0))).toBe(false);
    }
    expect(answers('quote', 'getQuotes', [quote])).toBe(true);
    expect(answers('stream', 'subscribeQuotes', quote)).toBe(true);
  });

  test.each([
    ['PT1M', true],
    ['PT4H', true],
    ['P1D', true],
    ['P1W', true],
    ['P0D', false],
    ['1d', false],
    ['P1DT1H', false],
    ['PT1D', false],
  ])('of the past come in intervals of %s: %j', (interval, right) => {
    const request = { instrument, interval, from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
    expect(asks('history', 'listBars', request)).toBe(right);
    expect(answers('history', 'listBars', { items: [bar] })).toBe(true);
  });
});

test('rates of days are dated and nobody traded at them', () => {
  expect(answers('rates', 'listFxRates', { items: [rate], cursor: '2' })).toBe(true);
  expect(answers('rates', 'listFxRates', { items: [{ ...rate, date: undefined }] })).toBe(false);
  expect(answers('rates', 'listFxRates', { items: [{ ...rate, source: 'EXECUTED' }] })).toBe(false);
});

test('pages of records tell what was not understood; pages of prices have no place for it', () => {
  const page = { items: [], unclassified: [{ text: 'XYZ 1.00', reason: 'The type XYZ is not known.' }] };
  expect(answers('cash', 'listCashMovements', page)).toBe(true);
  expect(answers('cash', 'listCashMovements', { items: [] })).toBe(true);
  expect(answers('cash', 'listCashMovements', { items: [], unclassified: [{ text: 'XYZ' }] })).toBe(false);
  expect(answers('history', 'listBars', page)).toBe(false);
});
