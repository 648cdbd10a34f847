import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import type { ContentRule } from '../content-rule.js';

/** Scripts that npm runs when a package is installed, packed or linked. */
const LIFECYCLE_SCRIPTS = [
  'preinstall',
  'install',
  'postinstall',
  'preprepare',
  'prepare',
  'postprepare',
  'prepublish',
  'preuninstall',
  'uninstall',
  'postuninstall',
];

/** What brings other code along or puts commands on the PATH. */
const REFUSED_FIELDS = [
  'bin',
  'dependencies',
  'optionalDependencies',
  'peerDependencies',
  'bundleDependencies',
  'bundledDependencies',
  'gypfile',
];

/** Installing the package runs nothing and brings nothing else: all that the plugin needs is in its script. */
export const checkInstallSteps: ContentRule = ({ packageJson, isCompiledOnInstall }) => {
  const { facts, fields = {} } = packageJson ?? {};
  const file = facts?.file ?? 'package.json';
  const refuse = (path: string): Finding =>
    error('LIFECYCLE_SCRIPT_REFUSED', `The field "${path}" is not allowed in a plugin.`, { file, path });
  const scripts = LIFECYCLE_SCRIPTS.filter((name) => hasOwn(fields['scripts'], name));
  return [
    ...scripts.map((name) => refuse(joinPath('scripts', name))),
    ...REFUSED_FIELDS.filter((name) => isFilled(fields[name])).map(refuse),
    ...(hasOwn(fields['directories'], 'bin') ? [refuse('directories.bin')] : []),
    ...(isCompiledOnInstall ? [compiled()] : []),
  ];
};

function compiled(): Finding {
  const message = 'npm compiles a package with this file when it installs it.';
  return error('LIFECYCLE_SCRIPT_REFUSED', message, { file: 'binding.gyp' }, 'Take the file out.');
}

function hasOwn(holder: unknown, key: string): boolean {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key);
}

/** An empty object or list brings nothing along. */
function isFilled(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return value !== undefined && value !== null && value !== false;
  return Object.keys(value).length > 0;
}
