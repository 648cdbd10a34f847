import { expect, test } from '@jest/globals';
import { withPublication, VersionTaken, type Publication } from './stored-package.ts';

const publication = (version: string): Publication => ({
  name: 'acme',
  'dist-tags': { latest: version },
  versions: { [version]: { version } },
  _attachments: {},
});

test('a publication adds a version and moves its tag', () => {
  const first = withPublication(undefined, publication('1.0.0'), '2026-01-01');
  expect(withPublication(first, publication('1.1.0'), '2026-01-02')).toEqual({
    name: 'acme',
    'dist-tags': { latest: '1.1.0' },
    versions: { '1.0.0': { version: '1.0.0' }, '1.1.0': { version: '1.1.0' } },
    time: { '1.0.0': '2026-01-01', '1.1.0': '2026-01-02' },
  });
});

test('what was published is never changed', () => {
  const first = withPublication(undefined, publication('1.0.0'), '2026-01-01');
  expect(() => withPublication(first, publication('1.0.0'), '2026-01-02')).toThrow(VersionTaken);
});
