import type { Answer } from '../../answer.js';
import type { Session } from '../../host/session.js';

/** `bourse import --undo` */
export function undoImport({ ledger }: Session, importId: number): Answer {
  const report = ledger.undoImport(importId);
  const { removed, restored } = report;
  return {
    json: report,
    lines: () => [
      `Import ${importId} is undone: ${removed} records are gone, ${restored} are as other imports say.`,
    ],
  };
}
