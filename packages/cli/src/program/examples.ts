/** The part of a help text that teaches by example. */
export function examples(pairs: Readonly<Record<string, string>>): string {
  const lines = Object.entries(pairs).map(([command, meaning]) => `  $ ${command}\n      ${meaning}`);
  return `\nExamples:\n${lines.join('\n')}`;
}
