const ALPHABETS = {
  hex: '0123456789abcdef',
  alphanumeric: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
} as const;

/** Random text in which every character is as likely as any other. */
export function randomText(
  alphabet: keyof typeof ALPHABETS,
  length: number,
  random: (length: number) => Uint8Array,
): string {
  const characters = ALPHABETS[alphabet];
  const fair = 256 - (256 % characters.length);
  let text = '';
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < fair && text.length < length) text += characters.charAt(byte % characters.length);
    }
  }
  return text;
}
