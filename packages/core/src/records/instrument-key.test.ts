import { expect, test } from '@jest/globals';
import type { Instrument } from '../interfaces/index.js';
import { instrumentKey } from './instrument-key.js';

const option: Instrument = {
  kind: 'OPTION',
  name: 'Acme call',
  symbol: 'ACME',
  currency: 'USD',
  expiry: '2024-06-21',
  strike: '50.00',
  putCall: 'CALL',
};

test.each<[string, Partial<Instrument>, string]>([
  ['the institution’s own id first', { brokerId: '17', isin: 'US0378331005' }, 'id:17'],
  ['else the ISIN', { isin: 'US0378331005' }, 'isin:US0378331005'],
  ['else symbol, currency and terms, the strike as a value', {}, 'symbol:OPTION:ACME:USD:2024-06-21:50:CALL'],
])('an instrument is known by %s', (_, changes, key) => {
  expect(instrumentKey({ ...option, ...changes })).toBe(key);
});

test('an instrument without any id is known by its name', () => {
  expect(instrumentKey({ kind: 'EQUITY', name: 'Acme Corp' })).toBe('symbol:EQUITY:Acme Corp::::');
});

test('what an instrument is called changes nothing where it has an id', () => {
  expect(instrumentKey({ ...option, isin: 'US0378331005', name: 'other', symbol: 'OTHER' })).toBe(
    'isin:US0378331005',
  );
});
