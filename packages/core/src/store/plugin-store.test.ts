import { expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { digestOfBytes, PluginStore } from './plugin-store.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const MANIFEST = bytes('{"id":"acme"}');
const SCRIPT = bytes('module.exports = 1');
const DIGEST = digestOfBytes(MANIFEST);
const FILES = { manifest: MANIFEST, files: new Map([['dist/plugin.js', SCRIPT]]) };

test('a plugin is stored under its digest and read back byte by byte', () =>
  inTemporaryFolder((folder) => {
    const store = new PluginStore(folder);
    expect(store.has(DIGEST)).toBe(false);
    store.add(DIGEST, FILES);
    store.add(DIGEST, FILES);
    expect(store.has(DIGEST)).toBe(true);
    expect(Buffer.from(store.readManifest(DIGEST))).toEqual(Buffer.from(MANIFEST));
    expect(Buffer.from(store.readFile(DIGEST, digestOfBytes(SCRIPT)))).toEqual(Buffer.from(SCRIPT));
  }));

test('a file that was changed or removed behind the back of the store is refused', () =>
  inTemporaryFolder((folder) => {
    const store = new PluginStore(folder);
    store.add(DIGEST, FILES);
    const [entry] = readdirSync(folder);
    const path = join(folder, entry ?? '', digestOfBytes(SCRIPT).replace(':', '-'));
    chmodSync(path, 0o600);
    writeFileSync(path, 'module.exports = 2');
    expect(() => store.readFile(DIGEST, digestOfBytes(SCRIPT))).toThrow(
      expect.objectContaining({ code: 'DIGEST_MISMATCH' }),
    );
    expect(() => store.readFile(DIGEST, digestOfBytes(bytes('missing')))).toThrow(
      expect.objectContaining({ code: 'DIGEST_MISMATCH' }),
    );
  }));

test('what could not be written as a whole is not there at all', () =>
  inTemporaryFolder((folder) => {
    const target = join(folder, 'store');
    writeFileSync(target, 'a file where the folder has to be');
    expect(() => new PluginStore(target).add(DIGEST, FILES)).toThrow();
    const other = join(folder, 'other');
    mkdirSync(other);
    const store = new PluginStore(other);
    const unreadable = { manifest: MANIFEST, files: new Map([['x', { length: 5 } as Uint8Array]]) };
    expect(() => store.add(DIGEST, unreadable)).toThrow();
    expect(readdirSync(other)).toEqual([]);
  }));

test('a copy that was damaged is replaced when the plugin is stored again', () =>
  inTemporaryFolder((folder) => {
    const store = new PluginStore(folder);
    store.add(DIGEST, FILES);
    const [entry = ''] = readdirSync(folder);
    rmSync(join(folder, entry, digestOfBytes(SCRIPT).replace(':', '-')));
    store.add(DIGEST, FILES);
    expect(Buffer.from(store.readFile(DIGEST, digestOfBytes(SCRIPT)))).toEqual(Buffer.from(SCRIPT));
    expect(readdirSync(folder)).toEqual([entry]);
  }));

test('drafts that a host left behind are removed after a day, and nothing else is', () =>
  inTemporaryFolder((folder) => {
    const old = 'sha256-aa.0123abcd-0123-4123-8123-0123456789ab';
    const fresh = 'sha256-bb.0123abcd-0123-4123-8123-0123456789ab';
    for (const name of [old, fresh, 'sha256-cc']) mkdirSync(join(folder, name));
    for (const name of [old, 'sha256-cc']) utimesSync(join(folder, name), 1, 1);
    new PluginStore(folder).add(DIGEST, FILES);
    expect(readdirSync(folder).sort()).toEqual([DIGEST.replace(':', '-'), fresh, 'sha256-cc'].sort());
  }));
