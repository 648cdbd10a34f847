import { expect, test } from '@jest/globals';
import { API_VERSION, SERVED_API_VERSIONS } from '../interfaces/index.js';
import { NEXT_CONTRACT } from '../testing/next-contract.js';
import { findContract, newestOf, OWN_CONTRACT, SERVED_CONTRACTS, translate } from './index.js';

const ACCOUNTS = { service: 'account', method: 'listAccounts' };

test('what is served are the versions that the interfaces name, in their own words', () => {
  expect(SERVED_CONTRACTS.map(({ version }) => version)).toEqual(SERVED_API_VERSIONS);
  expect(SERVED_CONTRACTS.filter(({ translation }) => translation !== undefined)).toEqual([]);
});

test('a host speaks the newest of its contracts, in whatever order it has them', () => {
  expect(newestOf(SERVED_CONTRACTS).version).toBe(API_VERSION);
  expect(newestOf([NEXT_CONTRACT, ...SERVED_CONTRACTS])).toBe(NEXT_CONTRACT);
  expect(() => findContract(SERVED_CONTRACTS, '2.0.0')).toThrow('2.0.0');
});

test('between contracts of the same words nothing is touched', () => {
  const answer = { items: [] };
  const [first = OWN_CONTRACT] = SERVED_CONTRACTS;
  expect(translate('answer', ACCOUNTS, answer, { from: first, to: OWN_CONTRACT })).toBe(answer);
  expect(translate('answer', ACCOUNTS, answer, { from: NEXT_CONTRACT, to: NEXT_CONTRACT })).toBe(answer);
});

test('requests and answers are translated both ways', () => {
  const up = { from: OWN_CONTRACT, to: NEXT_CONTRACT };
  const down = { from: NEXT_CONTRACT, to: OWN_CONTRACT };
  expect(translate('request', ACCOUNTS, { cursor: '2' }, up)).toEqual({ after: '2' });
  expect(translate('request', ACCOUNTS, { after: '2' }, down)).toEqual({ cursor: '2' });
  expect(translate('answer', ACCOUNTS, { items: [], cursor: '3' }, up)).toEqual({ accounts: [], next: '3' });
  expect(translate('answer', ACCOUNTS, { accounts: [], next: '3' }, down)).toEqual({
    items: [],
    cursor: '3',
  });
});
