import { isAcceptable } from '@bourse/core';
import { resolvePath } from '../../arguments/resolve-path.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findingLines } from './finding-lines.js';

/** `bourse plugins validate` */
export const addValidateCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('validate')
    .summary('check a package; nothing is added and nothing runs')
    .description(
      'Check a package as it would be checked when it is added. Nothing is added and nothing runs.',
    )
    .argument('<package>', 'folder of a built plugin, or a .tgz')
    .addHelpText('after', examples({ 'bourse plugins validate .': 'for authors: is my plugin acceptable?' }))
    .action(
      handle((session, path: string) => {
        const verdict = session.manager.installer.validate(resolvePath(path, session.environment.userFolder));
        const isValid = isAcceptable(verdict.findings);
        return {
          json: { valid: isValid, ...verdict },
          isRefusal: !isValid,
          lines: ({ style }) => [
            ...findingLines(verdict.findings, style),
            isValid
              ? `${style('good', '✓')} ${verdict.id} ${verdict.version} can be added.`
              : 'It cannot be added; see above.',
          ],
        };
      }),
    );
};
