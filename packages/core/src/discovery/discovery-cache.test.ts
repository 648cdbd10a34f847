import { expect, test } from '@jest/globals';
import { FolderFiles } from '../manifest/folder-files.js';
import { parseDiscoveryCache, recall, type DiscoveryCache } from './discovery-cache.js';

test('a cache is taken as it was kept', () => {
  const cache: DiscoveryCache = { key: 'k', folders: { '/plugins/acme': { lookups: [], candidate: null } } };
  expect(parseDiscoveryCache(JSON.stringify(cache), 'k')).toEqual(cache);
});

test.each([
  ['was made under another key', '{"key":"old","folders":{"/a":{}}}'],
  ['is missing', undefined],
  ['is no JSON', '{"key":"k","fold'],
  ['is something else', '[1]'],
  ['has no folders', '{"key":"k"}'],
])('a cache that %s is empty', (_, text) => {
  expect(parseDiscoveryCache(text, 'k')).toEqual({ key: 'k', folders: {} });
});

test('an entry of another form is as good as none', () => {
  const cache = parseDiscoveryCache('{"key":"k","folders":{"/a":{"lookups":7},"/b":null}}', 'k');
  expect(recall(cache, '/a', new FolderFiles('/a'))).toBeUndefined();
  expect(recall(cache, '/b', new FolderFiles('/b'))).toBeUndefined();
  expect(recall(cache, 'constructor', new FolderFiles('/c'))).toBeUndefined();
});
