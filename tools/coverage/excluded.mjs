/** The one place that says which files the coverage threshold leaves out, and why. */
export const EXCLUDED = [
  {
    path: 'packages/core/src/cell/guest/**',
    why: "runs inside the cell's process as one bundled file, where Jest cannot count; the tests of cell/host drive it",
  },
];
