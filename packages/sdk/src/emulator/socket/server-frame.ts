/** The bytes of one unmasked message, as a server sends it (RFC 6455, 5.2). */
export function serverFrame(data: string | Uint8Array): Uint8Array {
  const payload = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  const first = 0x80 | (typeof data === 'string' ? 1 : 2);
  return Buffer.concat([frameHeader(first, payload.length), payload]);
}

function frameHeader(first: number, length: number): Buffer {
  if (length < 126) return Buffer.from([first, length]);
  const long = length > 0xffff;
  const header = Buffer.alloc(long ? 10 : 4);
  header.writeUInt8(first, 0);
  header.writeUInt8(long ? 127 : 126, 1);
  if (long) header.writeBigUInt64BE(BigInt(length), 2);
  else header.writeUInt16BE(length, 2);
  return header;
}
