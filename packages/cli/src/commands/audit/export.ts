import { AUDIT_FORMATS, exportAudit, type AuditFormat } from '@bourse/core';
import { Option } from 'commander';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { addRangeOptions, toRange, type RangeOptions } from './range-options.js';

/** `bourse audit export` */
export const addExportCommand: AddCommand = (audit, handle) => {
  const command = audit
    .command('export')
    .summary('entries as lines of JSON or as a table')
    .description(
      "Write entries to standard output: as the lines of JSON that they are, or as CSV, where a ' stands in front of what a table program would run as a formula.",
    )
    .addOption(new Option('--format <format>', 'jsonl or csv').choices([...AUDIT_FORMATS]).default('jsonl'))
    .addHelpText(
      'after',
      examples({ 'bourse audit export --until 2024-12-31 > audit.jsonl': 'everything up to a day' }),
    );
  addRangeOptions(command).action(
    handle(({ manager }, options: RangeOptions & { format: AuditFormat }) => {
      const read = [...manager.audit.read(toRange(options))];
      return {
        json: read.map(({ entry }) => entry),
        lines: () => exportAudit(read, options.format),
      };
    }),
  );
};
