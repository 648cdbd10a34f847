import { PluginManifestSchema } from '@bourse/core/interfaces';
import { expect, test } from '@jest/globals';
import { nearestIssues } from './nearest-issues.js';

/** What is said of a recipe. */
function issuesOf(recipe: unknown): (readonly [path: string, message: string])[] {
  const { error } = PluginManifestSchema.shape.schemes.safeParse({ acme: recipe });
  return (error?.issues ?? [])
    .flatMap(nearestIssues)
    .map(({ path, message }) => [path.join('/'), message] as const);
}

const place = [{ header: 'x-key', value: { step: 'x' } }];
const [TIME, PARTS] = [{ name: 'x', time: 'seconds' }, /^Invalid option: .*"pathAndQuery"/];

test('a step of no known kind is told of the kinds', () => {
  expect(issuesOf({ steps: [TIME, { name: 'y', sha256: 'text' }], place })).toEqual([
    ['acme/steps/1', expect.stringMatching(/^must have one of time, nonce, .*concat, encode, .*hash, hmac/)],
  ]);
});

test('a step with a wrong value is told which', () => {
  expect(issuesOf({ steps: [{ name: 'x', encode: 'text', as: 'base46' }], place })).toEqual([
    ['acme/steps/0/as', expect.stringContaining('"base64url"')],
  ]);
});

test('so is a value inside of a step', () => {
  expect(issuesOf({ steps: [{ name: 'x', encode: { request: 'uri' }, as: 'hex' }], place })).toEqual([
    ['acme/steps/0/encode/request', expect.stringMatching(PARTS)],
  ]);
});

test('a placement into nothing known is told of the places', () => {
  expect(issuesOf({ place: [{ headers: 'x-key', value: 'text' }] })).toEqual([
    ['acme/place/0', 'must have one of header, query, segment, matrix, cookie, form, json, frame'],
  ]);
});

test('what is no union stays as it is', () => {
  expect(issuesOf({ place: [] })).toEqual([['acme/place', expect.stringContaining('Too small')]]);
});
