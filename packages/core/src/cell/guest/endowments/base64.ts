const { atob: hostDecode, btoa: hostEncode, TypeError } = globalThis;

/** Each character one byte, in base64. */
export function btoa(text: unknown): string {
  const latin = String(text);
  try {
    return hostEncode(latin);
  } catch {
    throw new TypeError('the text has characters beyond one byte');
  }
}

export function atob(text: unknown): string {
  const encoded = String(text);
  try {
    return hostDecode(encoded);
  } catch {
    throw new TypeError('the text is no base64');
  }
}
