import { currentEnvironment, readManifest, validateManifest, type Finding } from '@bourse/core';
import { BuildError } from './build-error.js';
import { placeInSources } from './place-in-sources.js';

/** Of the host that a plugin runs on, which need not be the one that it is built with. */
const OF_HOST: readonly string[] = ['OS_UNSUPPORTED', 'API_INCOMPATIBLE'];

const UNWRITTEN = 'dist/manifest.json';

/** Refuses a manifest that no host would take, before anything is written. @throws BuildError */
export function refuseManifest(text: string, folder: string): void {
  const environment = currentEnvironment();
  const { findings } = readManifest(Buffer.from(text), UNWRITTEN, (manifest) =>
    validateManifest(manifest, environment),
  );
  const refused = findings.filter(({ severity, code }) => severity === 'error' && !OF_HOST.includes(code));
  if (refused.length > 0) throw new BuildError(placeInSources(refused, folder).map(withoutUnwritten));
}

function withoutUnwritten(finding: Finding): Finding {
  const { file, path } = finding.place;
  return file === UNWRITTEN && path !== undefined ? { ...finding, place: { path } } : finding;
}
