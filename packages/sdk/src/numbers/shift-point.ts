/** The number `whole.fraction` × 10^`places` in plain digits, without leading zeros; trailing zeros stay. */
export function shiftPoint(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = '0'.repeat(Math.max(0, 1 - point)) + digits + '0'.repeat(Math.max(0, point - digits.length));
  const split = Math.max(point, 1);
  const newWhole = padded.slice(0, split).replace(/^0+(?=\d)/, '');
  const newFraction = padded.slice(split);
  return newFraction === '' ? newWhole : `${newWhole}.${newFraction}`;
}
