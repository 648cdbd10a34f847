import { describe, expect, test } from '@jest/globals';
import { ProblemError, type Bar, type Instrument, type ProblemCode } from '@bourse/core/interfaces';
import { findBars, isRefusedQuestion, type GivenBars } from './find-bars.js';

const instrument: Instrument = { kind: 'EQUITY', name: 'Alder', symbol: 'ALD' };
const bar: Bar = { start: '2026-03-01T00:00:00Z', open: 1, high: 1, low: 1, close: 1 };
const given = (connectionId: string, bars: readonly Bar[]): GivenBars => ({
  instrument,
  connectionId,
  environment: 'live',
  bars,
});

/** Those that are asked, by name: bars, or the code that they refuse with. */
const find = (
  asked: Readonly<Record<string, readonly Bar[] | ProblemCode>>,
  isNoAnswer: (failure: unknown) => boolean = () => true,
): Promise<GivenBars | undefined> =>
  findBars(
    Object.entries(asked),
    async ([name, answer]) => {
      if (typeof answer !== 'string') return given(name, answer);
      throw new ProblemError({ code: answer, message: `${name} refuses.` });
    },
    isNoAnswer,
  );

describe('prices of the past', () => {
  test('come from the first that has some', async () => {
    expect(await find({ coins: 'INVALID_REQUEST', down: 'UNAVAILABLE', empty: [], shares: [bar] })).toEqual(
      given('shares', [bar]),
    );
  });

  test('are none where one that understands the question has none', async () => {
    expect(await find({ coins: 'INVALID_REQUEST', shares: [] })).toEqual(given('shares', []));
    expect(await find({})).toBeUndefined();
  });

  test('may be where somebody could not be asked, so that this is told', async () => {
    await expect(find({ coins: 'INVALID_REQUEST', shares: [], down: 'UNAVAILABLE' })).rejects.toThrow('down');
    await expect(find({ coins: 'INVALID_REQUEST', others: 'INVALID_REQUEST' })).rejects.toThrow('coins');
  });

  test('are not looked for any further where a failure is not of the question', async () => {
    await expect(find({ down: 'AUTH_EXPIRED', shares: [bar] }, isRefusedQuestion)).rejects.toThrow('down');
    expect(await find({ coins: 'INVALID_REQUEST', shares: [bar] }, isRefusedQuestion)).toEqual(
      given('shares', [bar]),
    );
  });
});
