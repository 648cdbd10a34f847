import { builtinModules } from 'node:module';

/** Options of `no-restricted-imports` and `no-restricted-syntax`, each with its reason. */

export const onlyTheContractInSdk = {
  patterns: [
    {
      regex: '^@bourse/core(?!/interfaces$)',
      message:
        "The sdk is inside every plugin's bundle and may use @bourse/core/interfaces only; src/testing, src/build, src/check and src/command run on the author's machine and may use the rest.",
    },
  ],
};

const noNode =
  'A plugin runs in a cell that has no Node: what it may use are the globals of the cell and the sdk.';

export const noNodeInPlugins = {
  paths: builtinModules.map((name) => ({ name, message: noNode })),
  patterns: [{ regex: '^node:', message: noNode }],
};

export const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message:
    "Export by name: a name can be searched and pinned. (A plugin's index.ts re-exports its plugin as default.)",
};

export const noTestTitleWithShould = {
  selector: 'CallExpression[callee.name=/^(test|it|describe)$/] > Literal[value=/\\bshould\\b/]',
  message: 'A test title states a fact: what is, not what should be.',
};
