import type { AuditFinding, AuditReport } from '@bourse/core';
import type { View } from '../../answer.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';

/** `bourse audit verify` */
export const addVerifyCommand: AddCommand = (audit, handle) => {
  audit
    .command('verify')
    .summary('did anybody change what was written down?')
    .description(
      'Look through everything that was written down for entries that were edited, moved or taken out. What is found is told with its place and ends the command with 1.',
    )
    .addHelpText('after', examples({ 'bourse audit verify': 'whether it is what was written' }))
    .action(
      handle(async ({ manager }) => {
        const report = await manager.audit.verify();
        return { json: report, isRefusal: !report.isIntact, lines: (view) => reportLines(report, view) };
      }),
    );
};

function reportLines({ isIntact, entries, files, findings }: AuditReport, { style }: View): string[] {
  const found = findings.map((finding) => findingText(finding, style));
  if (entries === 0 && isIntact) return ['Nothing was written down yet.', ...found];
  const sum = `${entries} ${entries === 1 ? 'entry' : 'entries'} in ${files} ${files === 1 ? 'file' : 'files'}`;
  return [
    ...found,
    isIntact
      ? style('good', `${sum}: each is what was written, and none is missing.`)
      : style('bad', `${sum}: not what was written.`),
  ];
}

function findingText({ fault, message, file, line }: AuditFinding, style: View['style']): string {
  const place = file === undefined ? '' : ` (${file}${line === undefined ? '' : `, line ${line}`})`;
  return `${style(fault === 'torn' ? 'warning' : 'bad', fault)} ${message}${style('quiet', place)}`;
}
