/** The words of a command line; quotes of both kinds keep spaces together. */
export function splitWords(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replaceAll(
      /"([^"]*)"|'([^']*)'/g,
      (_match, double?: string, single?: string) => double ?? single ?? '',
    ),
  );
}
