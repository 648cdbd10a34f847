import type { Example } from './example.ts';

/** An example as a function: its imports, and the statements in which nothing is exported. */
export interface SplitExample {
  readonly imports: string;
  readonly body: string;
}

const IMPORT = /^import [\s\S]*? from '[^']+';\n/gm;

export function splitExample({ code, from }: Example, names: readonly string[]): SplitExample {
  const written = Array.from(code.matchAll(IMPORT), ([line]) => line).join('');
  const used = names.filter((name) => new RegExp(`(?<![.\\w])${name}\\b`).test(code));
  const implied =
    from === undefined || used.length === 0 ? '' : `import { ${used.join(', ')} } from '${from}';\n`;
  return { imports: written + implied, body: code.replace(IMPORT, '').replace(/^export /gm, '') };
}
