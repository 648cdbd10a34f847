import { error, type Finding } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** What plain text never holds: controls other than a line end and a tab, and turns of direction. */
const NOT_PLAIN = /[^\P{Cc}\n\r\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Longer texts are plain: no terminal control, no turned direction. */
export const checkPlainTexts: ManifestRule = (manifest) => [
  ...checkText('description', manifest.description),
  ...(manifest.dialect === 'bourse' ? checkOwnTexts(manifest) : []),
];

function checkOwnTexts({ termsNotice, network = [] }: OwnTexts): Finding[] {
  const reasons = network.flatMap(({ why }, index) => checkText(`network[${index}].why`, why));
  return [...checkText('termsNotice', termsNotice), ...reasons];
}

interface OwnTexts {
  readonly termsNotice?: string | undefined;
  readonly network?: readonly { readonly why: string }[] | undefined;
}

function checkText(path: string, text: string | undefined): readonly Finding[] {
  if (text === undefined || !NOT_PLAIN.test(text)) return [];
  const message = `"${path}" holds control characters.`;
  return [error('TEXT_DECEPTIVE', message, { path }, 'Write plain text.')];
}
