import stringWidth from 'string-width';

/** Cuts text to a width in columns of a terminal, with `…` in place of what is left out. */
export function cutText(text: string, width: number): string {
  return stringWidth(text) <= width ? text : `${take(segmentsOf(text), width - 1).join('')}…`;
}

/** Like {@link cutText}, but takes out the middle: for names that end in what tells them apart. */
export function cutMiddle(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const tail = take(segmentsOf(text).reverse(), Math.floor((width - 1) / 2))
    .reverse()
    .join('');
  return `${cutText(text, width - stringWidth(tail))}${tail}`;
}

function segmentsOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

/** The first segments that are together no wider than this. */
function take(segments: readonly string[], width: number): string[] {
  let taken = 0;
  const end = segments.findIndex((segment) => (taken += stringWidth(segment)) > width);
  return segments.slice(0, end === -1 ? undefined : end);
}
