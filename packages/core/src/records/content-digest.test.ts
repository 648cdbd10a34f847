import { expect, test } from '@jest/globals';
import { contentDigest } from './content-digest.js';
import { depositDraft, positionDraft } from './fixtures/drafts.js';

test('the content of a record is what it says of the event, not how it is presented', () => {
  const digest = contentDigest(depositDraft());
  expect(
    contentDigest(
      depositDraft({ description: 'Storting', source: { rows: [9] }, raw: [{ a: 'b' }], derived: ['date'] }),
    ),
  ).toBe(digest);
  expect(contentDigest({ ...depositDraft(), money: { currency: 'EUR', amount: '100' } })).toBe(digest);
  expect(contentDigest(depositDraft({ valueDate: '2024-03-02' }))).not.toBe(digest);
  expect(contentDigest(depositDraft({ money: { amount: '100.01', currency: 'EUR' } }))).not.toBe(digest);
});

test('when somebody looked at what is held is no part of it, the day that a statement is of is', () => {
  const digest = contentDigest(positionDraft({ asOf: '2024-03-01T08:00:00Z' }));
  expect(contentDigest(positionDraft({ asOf: '2024-03-01T09:00:00Z' }))).toBe(digest);
  expect(contentDigest(positionDraft({ asOf: '2024-03-01T08:00:00Z', quantity: '9' }))).not.toBe(digest);
  expect(contentDigest(positionDraft({ asOf: '2024-03-01' }))).not.toBe(
    contentDigest(positionDraft({ asOf: '2024-03-02' })),
  );
});

test('stored digests of earlier versions hold', () => {
  const record = {
    id: 'left out',
    zero: '0.00',
    amount: '-1.50',
    'ämter "é"': 'x\n\u2028',
    10: 1.5,
    9: null,
    nested: { raw: 'left out', b: [true, undefined, ['2.0', { z: '1', a: undefined }]], a: {} },
    absent: undefined,
    asOf: '2024-03-01T08:00:00Z',
    Upper: '',
  };
  expect(contentDigest(record)).toBe('b15ba21e5b04b85aad2156233cdad363');
  expect(contentDigest(depositDraft())).toBe('9e14abf5eef096b1a43cfb7124e59a42');
});
