import { expect, test } from '@jest/globals';
import { cashEffectsOf } from './cash-effects.js';
import { depositDraft, dividendDraft, tradeDraft } from './fixtures/drafts.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });

test('charges of a trade in its net currency are inside the net amount, others are effects of their own', () => {
  const charges = [...tradeDraft().charges, { kind: 'EXCHANGE' as const, money: usd('2') }];
  expect(cashEffectsOf.TRANSACTION(tradeDraft({ charges }))).toEqual([
    { amount: '-126.00', currency: 'EUR' },
    usd('-2'),
  ]);
});

test('charges of a cash movement count unless they are included', () => {
  const charges = [
    { kind: 'NETWORK' as const, money: usd('2') },
    { kind: 'COMMISSION' as const, money: usd('3'), included: true },
  ];
  expect(cashEffectsOf.CASH_MOVEMENT(depositDraft({ charges }))).toEqual([
    { amount: '100.00', currency: 'EUR' },
    usd('-2'),
  ]);
});

test('only a dividend that was paid or reversed moves cash', () => {
  expect(cashEffectsOf.DIVIDEND(dividendDraft())).toEqual([usd('6.80')]);
  expect(cashEffectsOf.DIVIDEND(dividendDraft({ status: 'REVERSAL', net: '-6.80' }))).toEqual([usd('-6.80')]);
  expect(cashEffectsOf.DIVIDEND(dividendDraft({ status: 'ANNOUNCED' }))).toEqual([]);
});
