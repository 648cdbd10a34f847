import { expect, test } from '@jest/globals';
import { repositoryField } from './repository-field.ts';

test('a package names the repository whose workflow publishes it', () => {
  const environment = { GITHUB_SERVER_URL: 'https://git.example', GITHUB_REPOSITORY: 'acme/bourse' };
  expect(repositoryField(environment, 'plugins/acme')).toEqual({
    type: 'git',
    url: 'git+https://git.example/acme/bourse.git',
    directory: 'plugins/acme',
  });
});

test('a package that no workflow publishes names none', () => {
  expect(repositoryField({ GITHUB_REPOSITORY: 'acme/bourse' }, 'plugins/acme')).toBeUndefined();
});
