/** Plugin packages as they arrive: a folder or an npm archive, read into memory. */
export { readPackage } from './read-package.js';
export type { PackageContent } from '../../manifest/package-content.js';
