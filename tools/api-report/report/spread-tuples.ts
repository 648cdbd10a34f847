const TUPLE = /^( *)(.*)readonly \[("[^\]]+")\];$/;

/** Lists of words with one word a line, so that a new one is a new line. */
export function spreadTuples(report: string): string {
  return report
    .split('\n')
    .map((line) => {
      const [, indentation, before, words] = TUPLE.exec(line) ?? [];
      if (indentation === undefined || words === undefined) return line;
      const members = words.split(', ').map((word) => `${indentation}    ${word},`);
      return [`${indentation}${before ?? ''}readonly [`, ...members, `${indentation}];`].join('\n');
    })
    .join('\n');
}
