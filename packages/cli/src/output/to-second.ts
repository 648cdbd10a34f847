/** An instant to the second, as people write it. */
export function toSecond(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}
