import { isDeepStrictEqual } from 'node:util';
import { loadBare } from '../bare-plugin.js';
import type { ContractCase } from '../contract-case.js';
import { readOutcome, readWhole } from '../outcome.js';
import { demand } from '../violation.js';

/** The plugin as it is bundled. */
export const bundleCases: readonly ContractCase[] = [
  {
    number: 107,
    title: 'the bundle works with the globals of a cell alone, and as the sources do',
    run: async (subject) => {
      const plugin = await subject.withHost(async (host) => {
        host.clock.install();
        return loadBare(subject.folder);
      });
      await subject.withHost(async (host) => host.activate(), plugin);
      for (const fixture of subject.fixtures) {
        const bundled = await readOutcome(subject, { fixture, plugin });
        const whole = await readWhole(subject, { fixture });
        const isSame = 'statement' in bundled && isDeepStrictEqual(bundled.statement, whole);
        demand(isSame, `${fixture.file} reads differently with the bundle`);
      }
    },
  },
];
