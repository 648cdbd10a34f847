import { toProblem, type Problem } from '@bourse/core/interfaces';
import { isInAccount } from '../entries/filter.js';
import type { LedgerData, SimilarAccounts } from '../entries/ledger-data.js';

/**
 * Says which accounts may be one, so that their bookings count twice, as when a file was given a name and a connection reports a number.
 *
 * @param account An account that is asked about, or an institution. Default: all.
 */
export function findSimilarAccounts(
  { similarAccounts, accounts }: Pick<LedgerData, 'similarAccounts' | 'accounts'>,
  account?: string,
): Problem[] {
  return similarAccounts.flatMap(({ stated, wasTold, told, common, files }) => {
    const owners = [accounts.get(stated), accounts.get(told)].filter((owner) => owner !== undefined);
    const isAsked = owners.some((owner) => isInAccount({ account }, owner) || owner.institution === account);
    const [one, other] = owners;
    if (one === undefined || other === undefined || !isAsked) return [];
    const [first, second] = [one, other].map(({ institution, accountId }) => `${institution}/${accountId}`);
    const records = common === 1 ? '1 record' : `${common} records`;
    return toProblem({
      code: 'POSSIBLE_DUPLICATE',
      message: `${wasTold ? 'The institution told of' : 'Files brought'} ${records} of ${first} that the institution tells of in ${second} as well. If they are one account, these count twice.`,
      remedy: `If they are one, type ${mergeCommands(files, other.accountId)}. If they are two, type: bourse duplicates "${first}" "${second}" different`,
    });
  });
}

/** A file goes to the account that stays; an answer is asked for again. */
function mergeCommands(sources: SimilarAccounts['files'], accountId: string): string {
  const undo = sources.map(({ importId }) => `bourse import --undo ${importId}`);
  const names = sources.filter(({ isAnswer }) => !isAnswer).map(({ name }) => `"${name}"`);
  const again = [
    ...(names.length === 0 ? [] : [`bourse import ${names.join(' ')} --account "${accountId}"`]),
    ...(sources.some(({ isAnswer }) => isAnswer) ? ['bourse sync --full'] : []),
  ];
  return `${undo.join(' and ')}, then: ${again.join(' and ')}`;
}
