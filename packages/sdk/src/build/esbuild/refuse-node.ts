import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const ABSENT = 'absent-in-a-cell';

/**
 * Refuses imports of Node's modules. A `require` of one inside a package becomes a module that throws, since packages
 * guard such calls to run anywhere.
 */
export const refuseNode: Plugin = {
  name: 'refuse-node',
  setup: (build) => {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (!isBuiltin(path)) return undefined;
      if (kind === 'require-call') return { path, namespace: ABSENT };
      return { errors: [{ text: `A cell has no Node module "${path}".` }] };
    });
    build.onLoad({ filter: /.*/, namespace: ABSENT }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`A cell has no Node module "${path}"`)});`,
    }));
  },
};
