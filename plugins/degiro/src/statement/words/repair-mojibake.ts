/** What windows-1252 shows for the bytes 0x80 to 0x9f; the five bytes that it leaves free stand for themselves. */
const HIGH_CHARACTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The first character of most European letters in UTF-8, as a program that takes it for windows-1252 shows it. */
const LEAD_PATTERN = /[ÂÃÄÅâ]/;

/** Text is broken once by each program that reads it wrongly; more than twice has not been seen. */
const MAX_ROUNDS = 2;

/**
 * Repairs text whose UTF-8 was once read as windows-1252: `CrÃ©dito` is `Crédito`. Text that was not broken stays.
 */
export function repairMojibake(text: string): string {
  let repaired = text;
  for (let round = 0; round < MAX_ROUNDS && LEAD_PATTERN.test(repaired); round += 1) {
    const next = decodeOnce(repaired);
    if (next === undefined) return repaired;
    repaired = next;
  }
  return repaired;
}

/** Undefined where the text cannot have been UTF-8. */
function decodeOnce(text: string): string | undefined {
  const bytes = Array.from(text, toByte);
  if (bytes.some((byte) => byte === undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
  } catch {
    return undefined;
  }
}

/** The byte that windows-1252 shows as this character. */
function toByte(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const index = HIGH_CHARACTERS.indexOf(character);
  return index === -1 ? undefined : 0x80 + index;
}
