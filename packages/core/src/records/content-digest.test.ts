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
