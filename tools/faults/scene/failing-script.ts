import { FINE } from '../victim.ts';

/** The question that makes a failing plugin fail; every other one it answers well. */
export const FAIL = 'fail';

/** The question that makes a failing plugin fail in one of several ways: `turn` in its statements. */
export function failInTurn(turn: number): string {
  return `${FAIL} ${turn}`;
}

/** Source text of a plugin that does `statements` when it is asked to fail. */
export function failsOnCall(statements: string): string {
  return script({ onCall: statements });
}

/** Source text of a plugin that does `statements` as it is activated. */
export function failsOnActivate(statements: string): string {
  return script({ onActivate: statements });
}

/** Source text of a plugin that does `statements` when it is to stop. */
export function failsOnDeactivate(statements: string): string {
  return script({ onDeactivate: statements });
}

function script({ onCall = '', onActivate = '', onDeactivate = '' }): string {
  return `const fine = ${JSON.stringify(FINE)};
module.exports = { default: {
  type: 'broker',
  activate: async ({ log }) => {
    ${onActivate}
    return { account: { listAccounts: async ({ cursor }) => {
      const [word, digits] = cursor.split(' ');
      const turn = Number(digits);
      if (word === '${FAIL}') { ${onCall} }
      return fine;
    } } };
  },
  deactivate: async () => { ${onDeactivate} },
} };`;
}
