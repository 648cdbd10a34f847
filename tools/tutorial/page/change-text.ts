/**
 * Changes a text as a block of the page shows it: lines that stay begin with a space, lines that go with `-`, new ones
 * with `+`. No line numbers are given, so that what stays and goes has to be in the text exactly once.
 */
export function changeText(text: string, change: string): string {
  const lines = change.split('\n').slice(0, -1);
  const before = linesWithout('+', lines);
  const places = text.split(before).length - 1;
  if (places !== 1) throw new Error(`This is there ${places} times:\n${before}`);
  return text.replace(before, () => linesWithout('-', lines));
}

function linesWithout(mark: string, lines: readonly string[]): string {
  return lines
    .filter((line) => !line.startsWith(mark))
    .map((line) => `${line.slice(1)}\n`)
    .join('');
}
