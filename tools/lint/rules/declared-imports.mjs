import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whatever a plugin imports stands in its own package.json, so that it builds after being copied out. */
export const declaredImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      undeclared:
        '"{{name}}" is not in the devDependencies of this plugin: a plugin is a package that can be copied out, and must build there.',
    },
  },
  create(context) {
    const file = packageFileAbove(context.filename);
    if (file === undefined) return {};
    const { name: own, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
    const visit = ({ source }) => {
      const name = packageNameOf(source?.value);
      if (name === undefined || name === own || Object.hasOwn(devDependencies, name)) return;
      context.report({ node: source, messageId: 'undeclared', data: { name } });
    };
    return {
      ImportDeclaration: visit,
      ImportExpression: visit,
      ExportNamedDeclaration: visit,
      ExportAllDeclaration: visit,
    };
  },
};

function packageFileAbove(filename) {
  for (let folder = dirname(filename); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) return file;
  }
  return undefined;
}

/** @returns the package that a specifier names; undefined for a relative path or a Node module */
function packageNameOf(specifier) {
  if (typeof specifier !== 'string' || specifier.startsWith('.') || specifier.startsWith('node:'))
    return undefined;
  const [first, second] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
