import { describe, expect, test } from '@jest/globals';
import { SERVICE_METHODS } from '@bourse/core/interfaces';
import fc from 'fast-check';
import { NEXT_CONTRACT, TRANSLATION } from './next-contract.ts';

const POSITIONS = { service: 'portfolio', method: 'listPositions' };
const STATEMENT = { service: 'statement', method: 'read' };

const CALLS = Object.entries(SERVICE_METHODS).flatMap(([service, methods]) =>
  Object.keys(methods).map((method) => ({ service, method })),
);

const day = fc.constantFrom('2026-01-31', '2024-02-29');
const instant = fc.constantFrom('2026-01-31T10:00:00Z', '2024-02-29T00:00:00.000Z');
const record = fc.record({ asOf: fc.oneof(day, instant), quantity: fc.string() });
const page = fc.record(
  { items: fc.array(record), unclassified: fc.array(fc.record({ text: fc.string() })), cursor: fc.string() },
  { requiredKeys: ['items'] },
);
const part = fc.record({ positions: fc.array(record), rowsTotal: fc.nat() }, { requiredKeys: [] });
const query = fc.record(
  { accountId: fc.string(), since: day, until: day, cursor: fc.string() },
  { requiredKeys: [] },
);
const call = fc.constantFrom(...CALLS);

test('what is said in 1.x comes back from 2.0 as it was', () => {
  const { request, answer } = TRANSLATION;
  fc.assert(
    fc.property(call, query, (asked, value) => {
      expect(request.toOwn(asked, request.fromOwn(asked, value))).toEqual(value);
    }),
  );
  fc.assert(
    fc.property(call, fc.oneof(page, part), (asked, value) => {
      expect(answer.toOwn(asked, answer.fromOwn(asked, value))).toEqual(value);
    }),
  );
});

test('what has not been checked may be anything', () => {
  fc.assert(
    fc.property(call, fc.jsonValue(), (asked, value) => {
      for (const direction of [TRANSLATION.request, TRANSLATION.answer]) {
        direction.toOwn(asked, value);
        direction.fromOwn(asked, value);
      }
    }),
  );
});

describe('in the words of 2.0', () => {
  test('a list is asked for with a period and answered with records', () => {
    const { request, answer } = NEXT_CONTRACT.methods.portfolio?.listPositions ?? {};
    const asked = TRANSLATION.request.fromOwn(POSITIONS, { since: '2026-01-01', cursor: '2' });
    expect(asked).toEqual({ period: { since: '2026-01-01' }, after: '2' });
    expect(request?.safeParse(asked).success).toBe(true);
    expect(request?.safeParse({ cursor: '2' }).success).toBe(false);
    const told = TRANSLATION.answer.fromOwn(POSITIONS, { items: [], cursor: '3' });
    expect(told).toEqual({ records: [], next: '3' });
    expect(answer?.safeParse(told).success).toBe(true);
    expect(answer?.safeParse({ items: [] }).success).toBe(false);
  });

  test('a position says whether it is of a day or of an instant', () => {
    const positions = [{ asOf: '2026-01-31' }, { asOf: '2026-01-31T10:00:00Z' }];
    const next = [{ asOf: { day: '2026-01-31' } }, { asOf: { instant: '2026-01-31T10:00:00Z' } }];
    expect(TRANSLATION.answer.fromOwn(STATEMENT, { positions })).toEqual({ positions: next });
    expect(TRANSLATION.answer.fromOwn(POSITIONS, { items: positions })).toEqual({ records: next });
  });
});
