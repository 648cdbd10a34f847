import { describe, expect, test } from '@jest/globals';
import { findDuplicates, type Decision, type Sighting } from './duplicates.js';

const seen = (
  id: string,
  channels: 'STATEMENT' | 'API' | 'BOTH',
  more: Partial<Sighting> = {},
): Sighting => ({
  id,
  account: 1,
  kind: 'TRANSACTION',
  date: '2024-03-01',
  fingerprint: 'same',
  inStatement: channels !== 'API',
  inApi: channels !== 'STATEMENT',
  ...more,
});

const heldBack = (sightings: Sighting[], decisions: Decision[] = []) =>
  findDuplicates(sightings, decisions).map((duplicate) => [duplicate.heldBack, duplicate.counted]);

describe('findDuplicates', () => {
  test('lets equal records of one channel be', () => {
    expect(heldBack([seen('s1', 'STATEMENT'), seen('s2', 'STATEMENT')])).toEqual([]);
  });

  test('pairs equal records of two channels one by one', () => {
    const sightings = [
      seen('a1', 'API'),
      seen('a2', 'API'),
      seen('s1', 'STATEMENT'),
      seen('s2', 'STATEMENT'),
    ];
    expect(heldBack(sightings)).toEqual([
      ['a1', 's1'],
      ['a2', 's2'],
    ]);
  });

  test('trusts the channel that knows more records of the day, at a tie the statement', () => {
    expect(
      heldBack([seen('s1', 'STATEMENT'), seen('a1', 'API'), seen('a2', 'API', { fingerprint: 'other' })]),
    ).toEqual([['s1', 'a1']]);
    expect(heldBack([seen('s1', 'STATEMENT'), seen('a1', 'API', { fingerprint: 'other' })])).toEqual([
      ['a1', 's1'],
    ]);
  });

  test('counts what both channels know by one id for both', () => {
    expect(heldBack([seen('x', 'BOTH'), seen('a', 'API')])).toEqual([]);
    expect(heldBack([seen('x', 'BOTH'), seen('s', 'STATEMENT'), seen('a', 'API')])).toEqual([['a', 's']]);
  });

  test.each([{ account: 2 }, { kind: 'FEE' as const }, { date: '2024-03-02' }])(
    'keeps accounts, kinds and days apart: %j',
    (other) => {
      expect(heldBack([seen('s1', 'STATEMENT'), seen('a1', 'API', other)])).toEqual([]);
    },
  );

  test('counts what the user calls different, and keeps the pair that he calls the same', () => {
    const sightings = [seen('a1', 'API'), seen('s1', 'STATEMENT'), seen('s2', 'STATEMENT')];
    expect(heldBack(sightings, [{ first: 'a1', second: 's1', verdict: 'different' }])).toEqual([]);
    const [same] = findDuplicates(sightings, [{ first: 'a1', second: 's2', verdict: 'same' }]);
    expect(same).toMatchObject({ heldBack: 'a1', counted: 's2', decided: true });
  });
});
