import stringWidth from 'string-width';

/** Cuts text to a width in columns of a terminal, with `…` in place of what is left out. */
export function cutText(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(cut + segment) >= width) break;
    cut += segment;
  }
  return `${cut}…`;
}
