import { expect, test } from '@jest/globals';
import { matchPath } from './match-path.js';

test.each([
  ['/a/b', '/a/b', {}, {}],
  ['/a/:id', '/a/1%2F2', { id: '1/2' }, {}],
  ['/a/:id', '/a/1;session=x%3D;flag', { id: '1' }, { session: 'x=', flag: '' }],
  ['/a/b', '/a;v=1/b', {}, { v: '1' }],
  ['/', '/', {}, {}],
])('%s matches %s', (pattern, path, params, matrix) => {
  expect(matchPath(pattern, path)).toEqual({ params, matrix });
});

test.each([
  ['/a/b', '/a'],
  ['/a/b', '/a/b/'],
  ['/a/b', '/a/B'],
  ['/a/b', '/a/%62'],
  ['/a/:id', '/a/'],
  ['/a/:id', '/a/%ff'],
])('%s does not match %s', (pattern, path) => {
  expect(matchPath(pattern, path)).toBeUndefined();
});
