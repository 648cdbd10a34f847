import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { readRegularFile } from './read-file.js';

test('a file is read with its stamp', () =>
  inTemporaryFolder((folder) => {
    const path = join(folder, 'a');
    writeFileSync(path, 'content');
    const reading = readRegularFile(path, 7);
    expect(reading).toMatchObject({
      stamp: [expect.any(Number), expect.any(Number), 7, expect.any(Number), expect.any(Number)],
    });
    expect('bytes' in reading && new TextDecoder().decode(reading.bytes)).toBe('content');
  }));

test('an empty file is read', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'a'), '');
    expect(readRegularFile(join(folder, 'a'), 7)).toMatchObject({ bytes: new Uint8Array() });
  }));

test('a file of one byte more than the limit is not read', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'a'), '12345678');
    expect(readRegularFile(join(folder, 'a'), 7)).toEqual({ failure: 'TOO_LARGE', size: 8 });
  }));

test('a file of a terabyte that takes no room is not read', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'a'), '');
    truncateSync(join(folder, 'a'), 2 ** 40);
    expect(readRegularFile(join(folder, 'a'), 7)).toMatchObject({ failure: 'TOO_LARGE' });
  }));

test('a link is not followed, also where it leads nowhere', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'a'), 'content');
    symlinkSync(join(folder, 'a'), join(folder, 'link'));
    symlinkSync(join(folder, 'none'), join(folder, 'dangling'));
    expect(readRegularFile(join(folder, 'link'), 7)).toEqual({ failure: 'LINK' });
    expect(readRegularFile(join(folder, 'dangling'), 7)).toEqual({ failure: 'LINK' });
  }));

test('a pipe without a writer does not make the reader wait', () =>
  inTemporaryFolder((folder) => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(readRegularFile(join(folder, 'pipe'), 7)).toEqual({ failure: 'NO_FILE' });
  }));

test('a socket, a device and a folder are no files', () =>
  inTemporaryFolder(async (folder) => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(folder, 'socket'), listening));
    mkdirSync(join(folder, 'folder'));
    expect(readRegularFile(join(folder, 'socket'), 7)).toEqual({ failure: 'NO_FILE' });
    expect(readRegularFile('/dev/zero', 7)).toEqual({ failure: 'NO_FILE' });
    expect(readRegularFile(join(folder, 'folder'), 7)).toEqual({ failure: 'NO_FILE' });
    await new Promise((closed) => server.close(closed));
  }));

test('a file that is missing, or below something that is no folder, is missing', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'a'), '');
    expect(readRegularFile(join(folder, 'none'), 7)).toEqual({ failure: 'MISSING' });
    expect(readRegularFile(join(folder, 'a', 'none'), 7)).toEqual({ failure: 'MISSING' });
    expect(readRegularFile(join(folder, 'a\u0000b'), 7)).toEqual({ failure: 'UNREADABLE' });
  }));
