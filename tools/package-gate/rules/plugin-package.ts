import { currentEnvironment, inspectPackage } from '@bourse/core';
import type { Rule } from './rule.ts';

/** The host would take the archive: no dependencies, no lifecycle scripts, no `bin`, right digests, a script that loads. */
export const pluginPackage: Rule = {
  name: 'plugin',
  check: ({ kind, archive }) =>
    kind === 'plugin'
      ? inspectPackage(archive, currentEnvironment()).findings.map(
          ({ code, message, place }) => `${code}: ${message} (${place?.file ?? ''} ${place?.path ?? ''})`,
        )
      : [],
};
