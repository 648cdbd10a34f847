import { expect, test } from '@jest/globals';
import { getDependencyReleaseLine, getReleaseLine } from './changelog.mjs';

test('a changelog says what a changeset says, and nothing of commits', async () => {
  expect(
    await getReleaseLine({ summary: 'Reads two files.\n\nThe second one\nslowly. ', commit: 'abc1234' }),
  ).toBe('- Reads two files.\n\n  The second one\n  slowly.');
});

test('a changeset that is a list is more items of the changelog', async () => {
  const summary = '- Reads two files.\n- Reads a third one\n  slowly.';
  expect(await getReleaseLine({ summary: `\n${summary}\n` })).toBe(summary);
});

test('a changelog says what is installed with the package, in one sentence or none', async () => {
  expect(await getDependencyReleaseLine([], [])).toBe('');
  expect(
    await getDependencyReleaseLine(
      [],
      [
        { name: '@acme/core', newVersion: '2.0.0' },
        { name: '@acme/ledger', newVersion: '1.0.1' },
      ],
    ),
  ).toBe('- Comes with `@acme/core` 2.0.0 and `@acme/ledger` 1.0.1.');
});
