import { pipeline, type Readable } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib';
import { ProblemError } from '../../interfaces/index.js';

/** What the host asks for; `deflate` is read, but not asked for, since servers disagree on what it is. */
export const ACCEPTED_CODINGS = 'gzip, br, zstd';

/** Codings on top of each other. */
const MAX_CODINGS = 2;

/** RFC 9659: the window of Zstandard over HTTP is at most 8 MiB. */
const ZSTD_WINDOW_LOG = 23;

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } }),
};

/**
 * Takes codings off a body, the last one first. What comes out is not longer than its reader takes: a decoder works no
 * further ahead than its buffer.
 *
 * @throws ProblemError MALFORMED_RESPONSE for a coding that nobody asked for
 */
export function decompress(body: Readable, codings: readonly string[]): Readable {
  const decoders = codings.map((coding) => (Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined));
  if (decoders.length > MAX_CODINGS || decoders.includes(undefined)) {
    body.destroy();
    const message = 'The answer is compressed in a way that was not asked for.';
    throw new ProblemError({ code: 'MALFORMED_RESPONSE', message });
  }
  // An end that comes early, on either side, ends the other; whoever reads sees the reason.
  return decoders.reduceRight<Readable>(
    (stream, make) => (make === undefined ? stream : pipeline(stream, make(), () => undefined)),
    body,
  );
}
