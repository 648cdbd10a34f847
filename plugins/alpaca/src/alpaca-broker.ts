import {
  ProblemError,
  type Account,
  type CashMovementDraft,
  type CorporateActionDraft,
  type DividendDraft,
  type FeeDraft,
  type ListQuery,
  type Page,
  type PositionDraft,
  type TransactionDraft,
  type TransferDraft,
} from '@bourse/sdk';
import type { Activity } from './api/activity.js';
import type { AlpacaClient } from './api/client.js';
import { getAccount, listPositions, type ActivitiesQuery } from './api/endpoints.js';
import { isAskedFor, readDays, readPage, type ActivityPage } from './activity-pages.js';
import { Unclear, type Owner } from './records/booking.js';
import { ACTION_TYPES, groupActions, isAction, toCorporateAction } from './records/corporate-actions.js';
import { INCOME_TYPES, joinIncome } from './records/income.js';
import { toAccount } from './records/to-account.js';
import { CASH_TYPES, toCashMovement, toLooseTax } from './records/to-cash-movement.js';
import { toDividend } from './records/to-dividend.js';
import { FEE_TYPES, toFee } from './records/to-fee.js';
import { toPosition } from './records/to-position.js';
import { findTradeType, OPTION_TYPES, toTransactions } from './records/to-transactions.js';
import { COIN_FEE, isTakenInKind, toCoinFee, toTransfer, TRANSFER_TYPES } from './records/to-transfer.js';
import { Unclassified, type Sorted } from './unclassified.js';

type Filter = Pick<ActivitiesQuery, 'types' | 'category'>;

/** Types that some other list than that of cash movements takes. */
const TAKEN_ELSEWHERE: ReadonlySet<string> = new Set([
  'FILL',
  ...OPTION_TYPES,
  ...INCOME_TYPES,
  ...FEE_TYPES,
  ...TRANSFER_TYPES,
  ...ACTION_TYPES,
]);

/** Behind the executions come the rows of options, in pages of whole days. */
const OPTIONS = 'options:';

/** The account behind the keys: what it holds, and all that was ever booked. */
export class AlpacaBroker {
  readonly unclassified = new Unclassified();
  readonly #client: AlpacaClient;
  #owner: Promise<Owner> | undefined;

  constructor(client: AlpacaClient) {
    this.#client = client;
  }

  async listAccounts(query: ListQuery): Promise<Page<Account>> {
    refuseCursor(query);
    const account = toAccount(await getAccount(this.#client), now());
    return { items: query.accountId === undefined || query.accountId === account.id ? [account] : [] };
  }

  async listPositions(query: ListQuery): Promise<Page<PositionDraft>> {
    refuseCursor(query);
    const owner = await this.#ownerOf(query);
    if (owner === undefined) return { items: [] };
    const positions = await listPositions(this.#client);
    return { items: positions.map((position) => toPosition(position, owner, now())) };
  }

  /** Executions first, then what happened to options. */
  async listTransactions(query: ListQuery): Promise<Page<TransactionDraft>> {
    const owner = await this.#ownerOf(query);
    if (owner === undefined) return { items: [] };
    const { cursor } = query;
    if (cursor?.startsWith(OPTIONS) !== true) {
      const page = await readPage(this.#client, { types: ['FILL'] }, query, readToken(cursor));
      const fills = this.#each(page, query, (fill) => toTransactions(fill, owner));
      return { ...fills, cursor: page.token ?? OPTIONS };
    }
    const page = await readDays(
      this.#client,
      { types: OPTION_TYPES },
      query,
      readToken(cursor.slice(OPTIONS.length)),
    );
    const sorted = this.#each(page, query, (row) =>
      toTransactions(row, owner, findTradeType(row, page.activities)),
    );
    return { ...sorted, ...(page.token === undefined ? {} : { cursor: OPTIONS + page.token }) };
  }

  /** Every booking that is no trade passes here, so that a type which nobody knows is noticed. */
  listCashMovements(query: ListQuery): Promise<Page<CashMovementDraft>> {
    return this.#listDays(query, { category: 'non_trade_activity' }, (page, owner) => {
      const loose = new Map(
        joinIncome(page.activities).looseTaxes.map((row) => [row.activity, row.hasPayment]),
      );
      return this.#each(page, query, (row) => {
        const hasPayment = loose.get(row);
        if (hasPayment !== undefined) return [toLooseTax(row, owner, hasPayment)];
        if (CASH_TYPES.includes(row.type)) return [toCashMovement(row, owner)];
        if (!TAKEN_ELSEWHERE.has(row.type)) throw new Unclear(`The type ${row.type} is not known.`);
        return [];
      });
    });
  }

  listTransfers(query: ListQuery): Promise<Page<TransferDraft>> {
    return this.#listDays(query, { types: [...TRANSFER_TYPES, COIN_FEE] }, (page, owner) =>
      this.#each(page, query, (row) => {
        if (row.type !== COIN_FEE) return [toTransfer(row, owner)];
        return isTakenInKind(row) ? [toCoinFee(row, owner)] : [];
      }),
    );
  }

  listDividends(query: ListQuery): Promise<Page<DividendDraft>> {
    return this.#listDays(query, { types: INCOME_TYPES }, (page, owner) => {
      const payments = new Map(joinIncome(page.activities).payments.map((income) => [income.gross, income]));
      return this.#each(page, query, (row) => {
        const income = payments.get(row);
        return income === undefined ? [] : [toDividend(income, owner)];
      });
    });
  }

  listFees(query: ListQuery): Promise<Page<FeeDraft>> {
    return this.#listDays(query, { types: [...FEE_TYPES, ...INCOME_TYPES] }, (page, owner) => {
      const loose = new Map(
        joinIncome(page.activities).looseFees.map((row) => [row.activity, row.hasPayment]),
      );
      return this.#each(page, query, (row) => {
        const hasPayment = loose.get(row);
        if (hasPayment !== undefined) return [toFee(row, owner, hasPayment)];
        return FEE_TYPES.includes(row.type) && !isTakenInKind(row) ? [toFee(row, owner)] : [];
      });
    });
  }

  listCorporateActions(query: ListQuery): Promise<Page<CorporateActionDraft>> {
    return this.#listDays(query, { types: [...ACTION_TYPES, 'DIV'] }, (page, owner) => {
      const events = new Map(groupActions(page.activities).map((rows) => [rows[0], rows]));
      return this.#each({ ...page, activities: page.activities.filter(isAction) }, query, (row) => {
        const rows = events.get(row);
        return rows === undefined ? [] : [toCorporateAction(rows, owner)];
      });
    });
  }

  async #listDays<Item>(
    query: ListQuery,
    filter: Filter,
    map: (page: ActivityPage, owner: Owner) => Sorted<Item>,
  ): Promise<Page<Item>> {
    const owner = await this.#ownerOf(query);
    if (owner === undefined) return { items: [] };
    const page = await readDays(this.#client, filter, query, readToken(query.cursor));
    const valid = {
      ...page,
      activities: page.activities.filter((activity) => activity.status !== 'canceled'),
    };
    return { ...map(valid, owner), ...(page.token === undefined ? {} : { cursor: page.token }) };
  }

  #each<Item>(
    { activities }: ActivityPage,
    query: ListQuery,
    map: (activity: Activity) => readonly Item[],
  ): Sorted<Item> {
    return this.unclassified.sort(
      activities.filter((activity) => isAskedFor(activity, query)),
      map,
    );
  }

  /** Undefined where another account is asked for. */
  async #ownerOf({ accountId }: ListQuery): Promise<Owner | undefined> {
    this.#owner ??= this.#readOwner();
    const owner = await this.#owner;
    return accountId === undefined || accountId === owner.accountId ? owner : undefined;
  }

  async #readOwner(): Promise<Owner> {
    try {
      const { id, baseCurrency = 'USD' } = toAccount(await getAccount(this.#client), now());
      return { accountId: id, currency: baseCurrency };
    } catch (error) {
      this.#owner = undefined;
      throw error;
    }
  }
}

const TOKEN = /^\d{17}::[0-9A-Za-z-]{1,64}$/;

function readToken(cursor: string | undefined): string | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  if (TOKEN.test(cursor)) return cursor;
  throw strangeCursor();
}

/** Lists that have one page give no cursor. */
function refuseCursor({ cursor }: ListQuery): void {
  if (cursor !== undefined) throw strangeCursor();
}

function strangeCursor(): ProblemError {
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: 'The cursor belongs to another list.',
    remedy: 'Begin the list again without a cursor.',
  });
}

function now(): string {
  return new Date().toISOString();
}
