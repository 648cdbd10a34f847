/** Is this manifest, this package, this set of plugins acceptable? */
export { currentEnvironment } from './environment.js';
export type { HostEnvironment } from './environment.js';
export { negotiateApiVersion } from './negotiate-api-version.js';
export { validateManifest } from './validate-manifest.js';
export { validatePackage } from './validate-package.js';
export { validatePackageFacts } from './validate-package-facts.js';
export { validateSettings } from './settings/validate-settings.js';
export { SourcePositions } from './syntax/source-positions.js';
export { resolveDependencies } from './dependencies/resolve-dependencies.js';
