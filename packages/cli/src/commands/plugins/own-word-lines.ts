import { printable, type NormalizedManifest } from '@bourse/core';
import type { Style } from '../../output/style.js';

/** What a plugin says of itself, last and quoted: nobody has checked it. */
export function ownWordLines(manifest: NormalizedManifest | undefined, style: Style): string[] {
  const notice = manifest?.dialect === 'bourse' ? manifest.termsNotice : undefined;
  const words = [manifest?.description, notice].flatMap((text) =>
    text === undefined ? [] : [`  “${printable(text)}”`],
  );
  const author = manifest?.author === undefined ? '' : ` (author, as it says: ${printable(manifest.author)})`;
  return words.length === 0
    ? []
    : ['', style('quiet', `In the plugin's own words${author}, which nobody has checked:`), ...words];
}
