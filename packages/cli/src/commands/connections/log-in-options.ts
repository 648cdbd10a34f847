import { printable, type LogInOptions } from '@bourse/core';
import type { Session } from '../../host/session.js';
import { ask } from '../../output/ask.js';

/** Lets whoever sits at the terminal take part in a login. What is typed is not shown. */
export function logInOptions({ terminal, signal }: Session, who: string): LogInOptions {
  const said = (message: string | undefined): string =>
    message === undefined ? '' : ` (“${printable(message)}”)`;
  return {
    signal,
    askCode: ({ label, message }) =>
      ask(`${who}: ${printable(label)}${said(message)}:`, terminal, { signal, isHidden: true }),
    onApprovalNeeded: (message) => {
      terminal.progress.clear();
      void terminal.writeErrorLines([
        `${who}: approve the login in the app of the institution${said(message)}.`,
      ]);
    },
  };
}
