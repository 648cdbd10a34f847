import { expect, test } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { makePrivate } from './make-private.js';

test('a database that is not there yet is the user’s alone before anything is in it', () =>
  inTemporaryFolder((folder) => {
    const file = join(folder, 'host.db');
    makePrivate(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe('');
  }));
