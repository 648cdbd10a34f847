/** What an error says, of whatever realm it is. */
export function reasonOf(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' ? message.replace(/\.$/, '') : String(error);
}
