/** Which layer may use which, and why: the message of @nx/enforce-module-boundaries ends with the reason. */
export const LAYERS = [
  {
    layer: 'core',
    uses: [],
    why: 'core knows nothing of what is built on it, so that every host and every plugin can be replaced.',
  },
  {
    layer: 'sdk',
    uses: ['core'],
    why: "the sdk is inside every plugin's bundle: it may use the contract and nothing else of ours.",
  },
  {
    layer: 'portfolio',
    uses: ['core'],
    why: 'the ledger works with records, whoever shows them and whoever read them.',
  },
  {
    layer: 'cli',
    uses: ['core', 'portfolio'],
    why: 'the command composes core and portfolio; what it needs from a plugin goes through the manager.',
  },
  {
    layer: 'scaffold',
    uses: ['core'],
    why: 'whoever makes a new plugin asks the contract what there is; what the plugin uses is in its own package.json.',
  },
  {
    layer: 'plugin',
    uses: ['sdk'],
    why: 'a plugin is a package that can be copied out and written by a stranger: the sdk is all it has.',
  },
  {
    layer: 'tools',
    uses: ['core', 'sdk', 'portfolio', 'cli', 'scaffold'],
    why: 'tools drive the packages, and reach plugins only through the manager.',
  },
];

export const tagOf = (layer) => `layer:${layer}`;

/** The constraints in the words of Nx; a layer may always use itself. */
export const depConstraints = LAYERS.map(({ layer, uses }) => ({
  sourceTag: tagOf(layer),
  onlyDependOnLibsWithTags: [layer, ...uses].map(tagOf),
}));
