const ISIN_PATTERN = /^[A-Z]{2}[A-Z0-9]{9}[0-9]$/;

/**
 * Tells whether `text` is an ISIN whose check digit holds (ISO 6166: letters become 10 to 35, then the Luhn
 * algorithm over the resulting digits).
 */
export function isIsin(text: string): boolean {
  if (!ISIN_PATTERN.test(text)) return false;
  const digits = Array.from(text, (character) => Number.parseInt(character, 36).toString()).join('');
  return luhnSum(digits) % 10 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
