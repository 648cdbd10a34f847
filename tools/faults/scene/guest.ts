import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

const GUEST = join(ROOT, 'packages', 'core', 'dist', 'guest', 'guest.cjs');

/**
 * The runtime of a cell with one defect: a message that holds `FORGED<hex>` goes out as the bytes that the hex digits
 * stand for. No plugin could do that by itself; it is what a defect of ours, or a broken realm, would let it do.
 */
const DEFECT = `'use strict';
{
  const fs = require('node:fs');
  const { writeSync } = fs;
  fs.writeSync = (descriptor, bytes, ...rest) => {
    const forged = descriptor === 4 && /FORGED<([0-9a-f]*)>/.exec(Buffer.from(bytes).toString('latin1'));
    if (!forged) return writeSync(descriptor, bytes, ...rest);
    writeSync(descriptor, Buffer.from(forged[1], 'hex'));
    return bytes.length - (rest[0] ?? 0);
  };
}
`;

/** Writes the defective runtime into a folder and returns its path. */
export function writeGuest(folder: string): string {
  const path = join(folder, 'guest.cjs');
  writeFileSync(path, DEFECT + readFileSync(GUEST, 'utf8'));
  return path;
}

/** What the name of an account must be for these bytes to go out in place of the answer. */
export function forged(bytes: Uint8Array): string {
  return `FORGED<${Buffer.from(bytes).toString('hex')}>`;
}
