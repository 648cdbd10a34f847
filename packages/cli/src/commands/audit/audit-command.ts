import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { addExportCommand } from './export.js';
import { addShowCommand } from './show.js';
import { addVerifyCommand } from './verify.js';

/** `bourse audit` and everything below it. */
export const addAuditCommand: AddCommand = (program, handle) => {
  const audit = program
    .command('audit')
    .helpCommand(false)
    .summary('see and verify what plugins and hosts did')
    .description(
      'See and verify what plugins and hosts did: each request, use of a credential, grant, login and sync. No secret and no content is in it.',
    )
    .addHelpText(
      'after',
      examples({
        'bourse audit show --plugin acme --limit 20': 'the last twenty entries about a plugin',
        'bourse audit verify': 'did anybody change it?',
        'bourse audit export --format csv > audit.csv': 'for a table program',
      }),
    );
  for (const addCommand of [addShowCommand, addVerifyCommand, addExportCommand]) addCommand(audit, handle);
};
