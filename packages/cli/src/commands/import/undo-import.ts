import type { Answer } from '../../answer.js';
import type { Session } from '../../host/session.js';

/** `bourse import --undo` */
export function undoImport({ ledger }: Session, importId: number): Answer {
  const report = ledger.undoImport(importId);
  const { removed, restored } = report;
  return {
    json: report,
    lines: () => [
      `Import ${importId} is undone: ${removed === 1 ? '1 record is' : `${removed} records are`} gone, ${restored} ${restored === 1 ? 'is' : 'are'} as other imports say.`,
    ],
  };
}
