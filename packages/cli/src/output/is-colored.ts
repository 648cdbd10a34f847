/**
 * Whether to write colours: FORCE_COLOR outranks NO_COLOR, and without either only a terminal that knows colours gets
 * them.
 *
 * @see https://no-color.org and https://force-color.org
 */
export function isColored(
  variables: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const force = variables['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  if ((variables['NO_COLOR'] ?? '') !== '') return false;
  return isTerminal && variables['TERM'] !== 'dumb';
}
