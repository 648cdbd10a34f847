import { expect, test } from '@jest/globals';
import { connectionTitle } from './connection-title.js';

test.each([
  ['acme', 'joint account', 'Acme Securities', 'acme joint account (Acme Securities)'],
  ['acme', 'Acme Securities', 'Acme Securities', 'acme Acme Securities'],
  ['rates', 'rates', 'rates', 'rates'],
  ['rates', 'rates', undefined, 'rates'],
])('%s, named %j, of %j is shown as %j', (id, name, institution, title) => {
  expect(connectionTitle(id, name, institution)).toBe(title);
});
