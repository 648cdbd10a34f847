import { evadeCensorSync } from '@endo/evasive-transform';
import { transform } from 'esbuild';
import { BuildError } from './build-error.js';
import { BUNDLE_PATH, type Bundle } from './bundle-plugin.js';
import { finding } from './finding.js';

/** What the realm of a cell refuses to evaluate wherever it stands in a script, be it inside a text (SES). */
const REFUSED_PATTERN = /<!--|-->|(?:(?<!\.)|(?<=\.\.\.))\bimport\s*(?:\(|\/[/*])/;

/**
 * Rewrites texts, templates and regular expressions that look to the realm like HTML comments or dynamic imports, so
 * that they mean the same and look otherwise. A bundle without them stays as it is.
 */
export async function evadeRefusals(bundle: Bundle): Promise<Bundle> {
  if (!REFUSED_PATTERN.test(bundle.code)) return bundle;
  const { code, map } = evade(bundle);
  if (REFUSED_PATTERN.test(code) || !(await isSyntax(code))) throw inexpressible(bundle.code);
  return { code, map };
}

function evade(bundle: Bundle): Bundle {
  try {
    const options = { sourceType: 'script', sourceUrl: BUNDLE_PATH, sourceMap: bundle.map } as const;
    const { code, map } = evadeCensorSync(bundle.code, options);
    return { code, map: JSON.stringify(map) };
  } catch {
    throw inexpressible(bundle.code);
  }
}

function isSyntax(code: string): Promise<boolean> {
  return transform(code, { logLevel: 'silent' }).then(
    () => true,
    () => false,
  );
}

function inexpressible(code: string): BuildError {
  return new BuildError([
    finding(
      'SYNTAX_REFUSED',
      `The script holds "${REFUSED_PATTERN.exec(code)?.[0]}" in a place where it cannot be written otherwise.`,
      { file: BUNDLE_PATH },
      'Split the text in the source, for example "<!" + "--".',
    ),
  ]);
}
