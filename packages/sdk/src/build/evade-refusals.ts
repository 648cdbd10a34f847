import { evadeCensorSync } from '@endo/evasive-transform';
import { transform } from 'esbuild';
import { BuildError } from './build-error.js';
import { BUNDLE_PATH, type Bundle } from './bundle-plugin.js';
import { finding } from './finding.js';

/** What the realm of a cell refuses to evaluate wherever it stands in a script, be it inside a text (SES). */
const REFUSED_PATTERN = /<!--|-->|(?<!\.)\bimport\s*(?:\(|\/[/*])/;

/**
 * Rewrites texts, templates and regular expressions that look to the realm like HTML comments or dynamic imports, so
 * that they mean the same and look otherwise. A bundle without them stays as it is.
 */
export async function evadeRefusals(bundle: Bundle): Promise<Bundle> {
  if (!REFUSED_PATTERN.test(bundle.code)) return bundle;
  const { code, map } = evadeCensorSync(bundle.code, {
    sourceType: 'script',
    sourceUrl: BUNDLE_PATH,
    sourceMap: bundle.map,
  });
  await checkEvaded(code);
  return { code, map: JSON.stringify(map) };
}

async function checkEvaded(code: string): Promise<void> {
  const left = REFUSED_PATTERN.exec(code)?.[0];
  const isBroken = await transform(code, { logLevel: 'silent' }).then(
    () => false,
    () => true,
  );
  if (left === undefined && !isBroken) return;
  throw new BuildError([
    finding(
      'SYNTAX_REFUSED',
      `The script holds "${left ?? '<!--'}" in a place where it cannot be written otherwise.`,
      { file: BUNDLE_PATH },
      'Split the text in the source, for example "<!" + "--".',
    ),
  ]);
}
