import { gunzipSync } from 'node:zlib';
import { ArchiveError } from './archive-error.js';

/** Everything that an archive may hold, in bytes. */
export const UNPACKED_MAX_BYTES = 64 * 1024 * 1024;

/** An archive that unpacks to this many times its size hides something; small ones may. */
const MAX_RATIO = 100;
const RATIO_FREE_BYTES = 1024 * 1024;

/** Beginnings of compressed data, which the reader of archives would unpack again. */
const COMPRESSED = [
  [0x1f, 0x8b],
  [0x28, 0xb5, 0x2f, 0xfd],
];

/** Unpacks the gzip layer of an archive, never more than the limit. */
export function inflate(packed: Uint8Array): Uint8Array {
  if (!beginsWith(packed, [0x1f, 0x8b])) throw new ArchiveError('It is no .tgz archive.');
  const unpacked = gunzip(packed);
  if (unpacked.byteLength > RATIO_FREE_BYTES && unpacked.byteLength > packed.byteLength * MAX_RATIO) {
    throw new ArchiveError(`It unpacks to more than ${MAX_RATIO} times its size.`);
  }
  if (COMPRESSED.some((beginning) => beginsWith(unpacked, beginning))) {
    throw new ArchiveError('It is compressed more than once.');
  }
  return unpacked;
}

function gunzip(packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: UNPACKED_MAX_BYTES });
  } catch (thrown) {
    const isTooLarge =
      typeof thrown === 'object' &&
      thrown !== null &&
      'code' in thrown &&
      thrown.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ArchiveError(isTooLarge ? 'It unpacks to more than 64 MiB.' : 'It is damaged.');
  }
}

function beginsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}
