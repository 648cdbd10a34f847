/** An error in one line: its code, or what kind of error it is, and its message. */
export function tellError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${'code' in error ? String(error.code) : error.name}: ${error.message}`;
}
