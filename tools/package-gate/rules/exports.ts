import type { Rule } from './rule.ts';

/** Every entry point has types, and everything that package.json names is in the archive. */
export const exports: Rule = {
  name: 'exports',
  check: ({ kind, packageJson, files }) => {
    if (kind === 'plugin') return checkTarget(files, 'bourse', packageJson['bourse']);
    const entries = Object.entries(objectOf(packageJson['exports']));
    return [
      ...(packageJson['type'] === 'module' ? [] : ['"type" is not "module".']),
      ...(packageJson['sideEffects'] === false ? [] : ['"sideEffects" is not false.']),
      ...(entries.some(([name]) => name === './package.json') ? [] : ['"exports" hides ./package.json.']),
      ...entries.flatMap(([name, target]) => checkEntry(files, name, target)),
      ...Object.entries(objectOf(packageJson['bin'])).flatMap(([name, target]) =>
        checkTarget(files, `bin.${name}`, target),
      ),
    ];
  },
};

/** What only this repository can resolve. */
const SOURCE_CONDITION = '@bourse/source';

function checkEntry(files: readonly string[], name: string, target: unknown): string[] {
  if (typeof target === 'string') return checkTarget(files, name, target);
  const conditions = Object.entries(objectOf(target)).filter(([condition]) => condition !== SOURCE_CONDITION);
  const typesFirst = conditions[0]?.[0] === 'types';
  return [
    ...(typesFirst ? [] : [`exports["${name}"] does not begin with "types".`]),
    ...conditions.flatMap(([condition, path]) => checkTarget(files, `${name} (${condition})`, path)),
  ];
}

function checkTarget(files: readonly string[], name: string, target: unknown): string[] {
  const path = typeof target === 'string' ? target.replace(/^\.\//, '') : '';
  return files.includes(path) ? [] : [`${name} leads to ${String(target)}, which is not in the package.`];
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
