import { ProblemError } from '@bourse/core/interfaces';
import type { Ledger, LedgerData, PossibleDuplicate, Verdict } from '@bourse/portfolio';
import { Argument } from 'commander';
import type { View } from '../../answer.js';
import type { Session } from '../../host/session.js';
import { formatTable, type Column } from '../../output/table.js';
import { word } from '../../output/word.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { accountName } from './account-name.js';
import { recordText } from './record-text.js';

/** `bourse duplicates` */
export const addDuplicatesCommand: AddCommand = (program, handle) => {
  program
    .command('duplicates')
    .summary('records that two channels may both tell of')
    .description(
      'Records that are not counted because a statement and a plugin that needs no file may both tell of them. Say of two records that they are the same or different. Of two accounts of one institution that may be one, say that they are different.',
    )
    .argument('[first]', 'id of the record that is not counted, or an account')
    .argument('[second]', 'id of the record that is counted in its place, or another account')
    .addArgument(new Argument('[verdict]', 'what they are').choices(['same', 'different']))
    .addHelpText(
      'after',
      examples({
        'bourse duplicates': 'list them',
        'bourse duplicates 3f2a… 9c41… different': 'both are real: count both',
        'bourse duplicates "Acme/savings" "Acme/123" different': 'two accounts, although they look alike',
      }),
    )
    .action(
      handle((session, first?: string, second?: string, verdict?: Verdict) => {
        if (first !== undefined) decide(session, first, second, verdict);
        const data = session.ledger.read();
        return {
          json: data.duplicates.map((pair) => toJson(pair, data)),
          lines: (view) => lines(session.ledger, data, view),
        };
      }),
    );
};

function decide(
  { ledger }: Session,
  first: string,
  second: string | undefined,
  verdict: Verdict | undefined,
): void {
  const accounts = accountsOf(ledger.read(), [first, second]);
  if (accounts !== undefined && verdict === 'same') throw isSame(accounts);
  if (accounts !== undefined && verdict === 'different')
    return ledger.keepAccountsApart(accounts.institution, accounts.ids);
  if (second !== undefined && verdict !== undefined) return ledger.decideDuplicate(first, second, verdict);
  throw new ProblemError({
    code: 'USAGE',
    message: 'Two ids and a verdict belong together.',
    remedy: 'As in: bourse duplicates <first> <second> same',
  });
}

interface TwoAccounts {
  readonly institution: string;
  readonly ids: readonly [string, string];
}

/** Two accounts of one institution, as in `Acme/123`, at least one of which the ledger knows. */
function accountsOf(
  { accounts }: LedgerData,
  [first = '', second = '']: readonly [string, string | undefined],
): TwoAccounts | undefined {
  const owner = [...accounts.values()].find(({ institution, accountId }) =>
    [first, second].includes(`${institution}/${accountId}`),
  );
  if (owner === undefined) return undefined;
  const prefix = `${owner.institution}/`;
  if (!first.startsWith(prefix) || !second.startsWith(prefix)) return undefined;
  return { institution: owner.institution, ids: [first.slice(prefix.length), second.slice(prefix.length)] };
}

function isSame({ institution, ids: [first, second] }: TwoAccounts): ProblemError {
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: `${institution}/${first} and ${institution}/${second} become one by their files, so nothing was done.`,
    remedy:
      'Undo the imports of the one (bourse import --list, bourse import --undo <id>), and import its files with --account <the other>.',
  });
}

/** The account by its name, in place of the ledger's own number. */
function toJson({ account, ...pair }: PossibleDuplicate, { accounts }: LedgerData): object {
  const { institution, accountId } = accounts.get(account) ?? {};
  return { ...pair, institution, accountId };
}

const COLUMNS: readonly Column[] = [
  { title: 'date' },
  { title: 'account', shrinks: true, keepsEnd: true },
  { title: 'kind', leaves: 1 },
  { title: 'not counted' },
  { title: 'counted' },
  { title: 'what the record says', shrinks: true },
  { title: 'decided' },
];

function lines(ledger: Ledger, { duplicates, accounts }: LedgerData, { style, width }: View): string[] {
  if (duplicates.length === 0) return ['No record is held back; all of them count.'];
  const rows = duplicates.map(({ heldBack, counted, account, kind, date, decided }) => {
    const owner = accounts.get(account);
    const record = ledger.listRevisions(heldBack).find(({ current }) => current)?.record;
    return [
      date,
      owner === undefined ? '' : accountName(owner),
      word(kind),
      heldBack,
      counted,
      record === undefined ? '' : recordText(record),
      decided ? 'same' : 'no',
    ];
  });
  return [
    ...formatTable({ columns: COLUMNS, rows }, style, width),
    '→ Say what is so: bourse duplicates <not counted> <counted> same|different',
  ];
}
