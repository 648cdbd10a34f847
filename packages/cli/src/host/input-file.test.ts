import {
  appendFileSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { InputFile } from './input-file.js';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'input-file-'));
const path = join(folder, 'march.csv');
const signal = new AbortController().signal;

/** More than one chunk. */
const CONTENT = 'Booking date;Amount\n'.repeat(10_000);

beforeEach(() => writeFileSync(path, CONTENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readAll(file: InputFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.content()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe('an input file', () => {
  test('tells name, size and head, and is read as often as wanted', async () => {
    await using file = await InputFile.open(path);
    expect({ name: file.name, size: file.size }).toEqual({ name: 'march.csv', size: CONTENT.length });
    expect(Buffer.from(file.head).toString()).toBe(CONTENT.slice(0, file.head.length));
    expect(await readAll(file)).toBe(CONTENT);
    expect(await readAll(file)).toBe(CONTENT);
  });

  test('has the digest of its bytes', async () => {
    writeFileSync(path, 'abc');
    await using file = await InputFile.open(path);
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    expect(await file.digest(signal)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test.each([
    ['grows', () => appendFileSync(path, 'x')],
    ['shrinks', () => writeFileSync(path, '')],
    ['is touched', () => utimesSync(path, 1, 1)],
  ])('that %s while it is read is refused', async (_, change) => {
    await using file = await InputFile.open(path);
    change();
    await expect(readAll(file)).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
      message: 'The file changed while it was being read.',
      place: { file: 'march.csv' },
    });
  });

  test('may be replaced by another one of its name while it is read', async () => {
    await using file = await InputFile.open(path);
    rmSync(path);
    await expect(readAll(file)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
  });

  test('behind a link is the file that the link leads to; a link to itself is refused', async () => {
    symlinkSync(path, join(folder, 'link.csv'));
    await using file = await InputFile.open(join(folder, 'link.csv'));
    expect(await readAll(file)).toBe(CONTENT);
    symlinkSync(join(folder, 'loop.csv'), join(folder, 'loop.csv'));
    await expect(InputFile.open(join(folder, 'loop.csv'))).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
      message: 'It is a link that leads to itself.',
    });
  });

  test('stops being hashed when the user stops', async () => {
    await using file = await InputFile.open(path);
    await expect(file.digest(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
