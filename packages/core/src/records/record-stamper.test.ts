import { describe, expect, test } from '@jest/globals';
import { depositDraft, dividendDraft, positionDraft, tradeDraft } from './fixtures/drafts.js';
import { RecordStamper } from './record-stamper.js';

const stamper = (changes = {}) =>
  new RecordStamper({ institution: 'Acme', channel: 'STATEMENT', ...changes });

describe('RecordStamper', () => {
  test('gives the same booking the same id in every file, whatever its texts, rows and connection', () => {
    const first = stamper().stamp('CASH_MOVEMENT', depositDraft()).record;
    const again = stamper({ connectionId: 'other' }).stamp(
      'CASH_MOVEMENT',
      depositDraft({ description: 'Einzahlung', source: { rows: [77] }, raw: [{ Betrag: '100,00' }] }),
    ).record;
    expect(again?.id).toBe(first?.id);
    expect(again?.fingerprint).toBe(first?.fingerprint);
  });

  test('hashes numbers by value: trailing zeros make no other record', () => {
    const first = stamper().stamp('TRANSACTION', tradeDraft()).record;
    const again = stamper().stamp(
      'TRANSACTION',
      tradeDraft({ quantity: '10.000', grossAmount: '125' }),
    ).record;
    expect(again?.id).toBe(first?.id);
  });

  test.each([
    ['institution', { institution: 'Emca' }, {}],
    ['account', {}, { accountId: 'A2' }],
    ['date', {}, { date: '2024-03-02' }],
    ['amount', {}, { money: { amount: '100.01', currency: 'EUR' } }],
    ['currency', {}, { money: { amount: '100.00', currency: 'USD' } }],
    ['type', {}, { type: 'WITHDRAWAL' as const }],
    ['status', {}, { status: 'REVERSAL' as const }],
    ['printed time', {}, { source: { printedTime: '09:31' } }],
    ['group', {}, { source: { groupId: 'order 7' } }],
  ])('tells records of another %s apart', (_, provenance, draft) => {
    const first = stamper().stamp('CASH_MOVEMENT', depositDraft()).record;
    const other = stamper(provenance).stamp('CASH_MOVEMENT', depositDraft(draft)).record;
    expect(other?.id).not.toBe(first?.id);
  });

  test('knows what is held by its day, and what a statement says of the day by itself', () => {
    const idOf = (asOf: string) => stamper().stamp('POSITION', positionDraft({ asOf })).record?.id;
    const morning = idOf('2024-03-01T08:00:00Z');
    expect(idOf('2024-03-01T21:30:00Z')).toBe(morning);
    expect(new Set([morning, idOf('2024-03-02T08:00:00Z'), idOf('2024-03-01')]).size).toBe(3);
  });

  test('counts equal rows of one file, so that both survive and an overlapping file adds neither', () => {
    const file = stamper();
    const ids = [1, 2].map(
      (row) => file.stamp('TRANSACTION', tradeDraft({ source: { rows: [row] } })).record?.id,
    );
    const overlap = stamper().stamp('TRANSACTION', tradeDraft()).record?.id;
    expect(new Set(ids).size).toBe(2);
    expect(overlap).toBe(ids[0]);
  });

  test('counts equal rows of each statement of a file by itself: what two of them tell is told once', () => {
    const file = stamper();
    const stamp = (statement: string) =>
      file.stamp('TRANSACTION', tradeDraft({ source: { statement } })).record?.id;
    const ids = ['1', '1', '2', '2', '2'].map((statement) => stamp(statement));
    expect(ids.map((id) => id !== undefined)).toEqual([true, true, false, false, true]);
    expect(new Set(ids).size).toBe(4);
    expect(ids[0]).toBe(stamper().stamp('TRANSACTION', tradeDraft()).record?.id);
  });

  test('takes the id of the booking where there is one, also when the amounts are corrected', () => {
    const first = stamper().stamp(
      'DIVIDEND',
      dividendDraft({ source: { section: 'cash', recordId: '17' } }),
    ).record;
    const corrected = stamper().stamp(
      'DIVIDEND',
      dividendDraft({ gross: '9.00', source: { section: 'cash', recordId: '17' } }),
    ).record;
    expect(corrected?.id).toBe(first?.id);
    expect(corrected?.fingerprint).not.toBe(first?.fingerprint);
  });

  test('keeps parts of one row apart', () => {
    const file = stamper();
    const whole = file.stamp('CASH_MOVEMENT', depositDraft({ source: { recordId: '17' } })).record;
    const part = file.stamp(
      'CASH_MOVEMENT',
      depositDraft({ source: { recordId: '17', part: 'bonus' } }),
    ).record;
    expect(part?.id).not.toBe(whole?.id);
  });

  test('drops a booking that the file repeats word for word', () => {
    const file = stamper();
    file.stamp('CASH_MOVEMENT', depositDraft({ source: { recordId: '17' } }));
    expect(file.stamp('CASH_MOVEMENT', depositDraft({ source: { recordId: '17', rows: [9] } }))).toEqual({});
  });

  test('takes a booking for the same whether or not the file has already told what it takes back', () => {
    const file = stamper();
    const reversal = depositDraft({ status: 'REVERSAL', source: { section: 'cash', recordId: '18' } });
    file.stamp('CASH_MOVEMENT', reversal);
    const related = { ...reversal, reverses: { section: 'cash', recordId: '17' }, linkId: 'event 3' };
    expect(file.stamp('CASH_MOVEMENT', related)).toEqual({});
  });

  test('believes no booking id that two different bookings of a file share', () => {
    const file = stamper();
    const first = file.stamp('CASH_MOVEMENT', depositDraft({ source: { recordId: '0' } })).record;
    const other = depositDraft({ money: { amount: '7', currency: 'EUR' }, source: { recordId: '0' } });
    const second = file.stamp('CASH_MOVEMENT', other);
    const third = file.stamp('CASH_MOVEMENT', depositDraft({ type: 'REBATE', source: { recordId: '0' } }));
    const natural = stamper().stamp('CASH_MOVEMENT', depositDraft()).record?.id;
    expect(second.rekeyed).toEqual({ kind: 'CASH_MOVEMENT', from: first?.id, to: natural });
    expect(third.rekeyed).toBeUndefined();
    expect(new Set([natural, second.record?.id, third.record?.id]).size).toBe(3);
  });

  const under = (changes: object, source: object = {}) =>
    depositDraft({ ...changes, source: { recordId: '0', ...source } });
  const idsOf = (drafts: readonly ReturnType<typeof under>[]): string[] => {
    const file = stamper();
    const ids = new Set<string>();
    for (const draft of drafts) {
      const { record, rekeyed } = file.stamp('CASH_MOVEMENT', draft);
      if (rekeyed !== undefined) ids.delete(rekeyed.from);
      for (const id of [rekeyed?.to, record?.id]) if (id !== undefined) ids.add(id);
    }
    return [...ids].sort();
  };

  test.each([
    ['another amount', { money: { amount: '7', currency: 'EUR' } }],
    ['another value date', { valueDate: '2024-03-04' }],
  ])('tells repeats of an id that is none in any order: %s', (_, changes) => {
    const [one, other] = [under({}), under(changes)];
    const ids = idsOf([one, one, other]);
    expect(ids).toHaveLength(2);
    expect(idsOf([one, other, one])).toEqual(ids);
    expect(idsOf([other, one, one])).toEqual(ids);
    expect(idsOf([other, one, other, one, other])).toEqual(ids);
  });

  test('keeps two bookings of a statement that share an id and a day, and tells them once in a file of two', () => {
    const [one, other] = [{}, { valueDate: '2024-03-04' }];
    const ids = idsOf([under(one, { statement: '1' }), under(other, { statement: '1' })]);
    expect(ids).toHaveLength(2);
    const twice = ['1', '2'].flatMap((statement) => [under(one, { statement }), under(other, { statement })]);
    expect(idsOf(twice)).toEqual(ids);
    expect(idsOf([under(one, { statement: '1' }), under(other, { statement: '2' })])).toHaveLength(1);
  });

  test('files records of the account id "default" under the account that the user named', () => {
    const record = stamper({ defaultAccount: 'savings' }).stamp(
      'CASH_MOVEMENT',
      depositDraft({ accountId: 'default' }),
    ).record;
    expect(record?.accountId).toBe('savings');
    expect(record?.source.accountId).toBe('savings');
  });

  test('names the reversed record by its id', () => {
    const file = stamper();
    const booked = file.stamp(
      'CASH_MOVEMENT',
      depositDraft({ source: { section: 'cash', recordId: '17' } }),
    ).record;
    const reversal = depositDraft({
      status: 'REVERSAL',
      reverses: { section: 'cash', recordId: '17' },
      source: { recordId: '18' },
    });
    expect(file.stamp('CASH_MOVEMENT', reversal).record?.reverses).toBe(booked?.id);
  });

  test('gives the records of one event one link, and those of another account another', () => {
    const file = stamper();
    const legs = ['A1', 'A1', 'A2'].map(
      (accountId) => file.stamp('CASH_MOVEMENT', depositDraft({ accountId, linkId: 'fx 1' })).record?.linkId,
    );
    expect(legs[0]).toBe(legs[1]);
    expect(legs[2]).not.toBe(legs[0]);
  });
});
