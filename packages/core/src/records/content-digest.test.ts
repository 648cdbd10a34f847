import { expect, test } from '@jest/globals';
import { contentDigest } from './content-digest.js';
import { depositDraft } from './fixtures/drafts.js';

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
