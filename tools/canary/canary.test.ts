import { expect, test } from '@jest/globals';
import { runControl } from './control.ts';
import { markLike, newMark } from './canary.ts';
import { isGood } from './report/place.ts';
import { Finds } from './search/finds.ts';
import { needlesOf } from './search/needles.ts';

const TEXT = newMark();
const hitsIn = (found: Buffer | string): string[] => {
  const finds = new Finds(needlesOf({ name: 'key', text: TEXT, isMarked: true }));
  finds.search(Buffer.from(found));
  return [...finds.hits];
};

test('marks have the form of what they stand for', () => {
  expect(markLike('PK-12ab')).toMatch(/^[A-Z]{2}-\d{2}[a-z]{2}$/);
  expect(markLike('4a9ee6c1')).toMatch(/^[0-9a-f]{8}$/);
});

test.each([
  ['latin1', Buffer.from(`xx${TEXT}`)],
  ['utf16', Buffer.from(TEXT, 'utf16le')],
  ['hex', Buffer.from(Buffer.from(TEXT).toString('hex'))],
  ['base64', Buffer.from(Buffer.from(`u:${TEXT}`).toString('base64'))],
  ['piece', Buffer.from(TEXT.slice(3, 18))],
])('a canary is found as %s', (spelling, bytes) => {
  expect(hitsIn(bytes)).toContain(`key (${spelling})`);
});

test('nothing is found where there is none', () => {
  expect(hitsIn(newMark().repeat(10))).toEqual([]);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'a plugin that keeps canaries is found out, whether it keeps them as a text, a concatenation, a buffer or in pieces',
  async () => {
    const places = await runControl();
    expect(places.map(({ place }) => place)).toEqual([
      'control: flat string',
      'control: concatenation',
      'control: ArrayBuffer',
      'control: chunks',
    ]);
    expect(places.filter((place) => !isGood(place))).toEqual([]);
  },
  90_000,
);
