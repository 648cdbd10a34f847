import { randomBytes } from '../keystream.js';

/** The most bytes of one request, as in browsers. */
const BYTE_LIMIT = 65_536;

const { isView } = ArrayBuffer;
const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const { apply } = Reflect;
const FLOATS = [Float32Array, Float64Array, DataView];

const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
const bufferOf = reader('buffer');
const offsetOf = reader('byteOffset');
const lengthOf = reader('byteLength');

/** Randomness that comes from the cell's seed; not for keys, and a plugin has none. */
export function makeCrypto(): object {
  return { getRandomValues, randomUUID };
}

function getRandomValues<View>(view: View): View {
  if (!isView(view) || FLOATS.some((kind) => view instanceof kind))
    throw new TypeError('an array of integers is asked for');
  const length = lengthOf(view) as number;
  if (length > BYTE_LIMIT) throw new RangeError(`at most ${BYTE_LIMIT} bytes at once`);
  new Uint8Array(bufferOf(view) as ArrayBuffer, offsetOf(view) as number, length).set(randomBytes(length));
  return view;
}

/** Reads what an array is by its nature, whatever properties the plugin has given it: they must not get to the runtime. */
function reader(key: 'buffer' | 'byteOffset' | 'byteLength'): (view: object) => unknown {
  const get = getOwnPropertyDescriptor(typedArray, key)?.get as () => unknown;
  return (view) => apply(get, view, []);
}

function randomUUID(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
