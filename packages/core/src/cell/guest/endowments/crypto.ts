import { randomBytes } from '../keystream.js';

/** The most bytes of one request, as in browsers. */
const BYTE_LIMIT = 65_536;

const { isView } = ArrayBuffer;
const FLOATS = [Float32Array, Float64Array, DataView];

/** Randomness that comes from the cell's seed; not for keys, and a plugin has none. */
export function makeCrypto(): object {
  return { getRandomValues, randomUUID };
}

function getRandomValues<View>(view: View): View {
  if (!isView(view) || FLOATS.some((kind) => view instanceof kind))
    throw new TypeError('an array of integers is asked for');
  if (view.byteLength > BYTE_LIMIT) throw new RangeError(`at most ${BYTE_LIMIT} bytes at once`);
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(randomBytes(view.byteLength));
  return view;
}

function randomUUID(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
