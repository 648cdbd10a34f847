import { describe, expect, test } from '@jest/globals';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { HostDatabase } from './host-database.js';
import { makeFolder } from './make-folder.js';

describe('a folder', () => {
  test('is made with those that it stands in, for the user alone, and only once', () =>
    inTemporaryFolder((folder) => {
      const inner = join(folder, 'a', 'b');
      makeFolder(inner);
      makeFolder(inner);
      expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
      expect(statSync(inner).mode & 0o777).toBe(0o700);
    }));

  test('inside a file is refused', () =>
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'file'), '');
      expect(() => makeFolder(join(folder, 'file', 'a'))).toThrow('ENOTDIR');
    }));

  const underLinux = existsSync('/proc/self') ? test : test.skip;

  underLinux('that the system does not make is refused, and with it the data folder', () => {
    expect(() => makeFolder('/proc/bourse/a')).toThrow('ENOENT');
    expect(() => new HostDatabase('/proc/bourse/a/host.db')).toThrow(
      expect.objectContaining({ code: 'HOST_DATABASE_UNAVAILABLE' }),
    );
  });
});
