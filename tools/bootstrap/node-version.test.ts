import { expect, test } from '@jest/globals';
import { refusalOf } from './node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '26.10.0'])('Node %s may begin', (version) => {
  expect(refusalOf(version)).toBeUndefined();
});

test.each(['12.22.0', '18.20.4', '20.18.9'])('Node %s is refused in one sentence', (version) => {
  expect(refusalOf(version)).toBe(
    `Bourse installs its own Node, but needs Node 20.19 or newer to begin; this is Node ${version}.`,
  );
});
