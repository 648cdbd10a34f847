import type {
  Account,
  Bar,
  BarsRequest,
  CashMovementDraft,
  PluginLog,
  PositionDraft,
  Quote,
  QuotesRequest,
  TransactionDraft,
} from '@bourse/sdk';
import { wait, type Wait } from '../web/wait.js';
import { barsQuery, readBars } from './bars.js';
import { Contracts, type Contract } from './contracts.js';
import { isConversion, readExecution, type Execution } from './execution.js';
import type { PortalApi } from './portal-api.js';
import { streamQuotes } from './quote-stream.js';
import { Remembered } from './remembered.js';
import { toAccount } from './to-account.js';
import { toConversion } from './to-conversion.js';
import { toPosition } from './to-position.js';
import { FIELDS, toQuote } from './to-quote.js';
import { toTransaction } from './to-transaction.js';
import { WireObject } from './wire-object.js';

/** Milliseconds for which accounts and trades are not asked for again. */
const FRESH = 60_000;

/** How often a snapshot is asked for until it has prices, and the milliseconds between two times. */
const SNAPSHOTS = 5;
const SNAPSHOT_PAUSE = 500;

/** What the Client Portal API knows of the accounts behind one login. */
export class PortalBroker {
  readonly #api: PortalApi;
  readonly #contracts: Contracts;
  readonly #log: PluginLog;
  readonly #signal: AbortSignal;
  readonly #wait: Wait;
  readonly #accounts: Remembered<WireObject[]>;
  readonly #executions: Remembered<Execution[]>;
  /** Prices are there only for who has asked for the accounts of the brokerage session. */
  readonly #brokerage: Remembered<unknown>;

  constructor(options: { api: PortalApi; log: PluginLog; signal: AbortSignal; wait?: Wait }) {
    const { api, log, signal } = options;
    this.#api = api;
    this.#log = log;
    this.#signal = signal;
    this.#wait = options.wait ?? wait;
    this.#contracts = new Contracts(api);
    this.#accounts = new Remembered(
      async () => WireObject.list(await api.get('/portfolio/accounts'), 'accounts'),
      FRESH,
    );
    this.#executions = new Remembered(
      async () =>
        WireObject.list(await api.get('/iserver/account/trades?days=7'), 'trades').map(readExecution),
      FRESH,
    );
    this.#brokerage = new Remembered(() => api.get('/iserver/accounts'), FRESH);
  }

  async listAccounts(): Promise<Account[]> {
    const accounts: Account[] = [];
    for (const account of await this.#accounts.get()) {
      const id = account.neededText('accountId');
      const ledger = new WireObject(
        await this.#api.get(`/portfolio/${encodeURIComponent(id)}/ledger`),
        'ledger',
      );
      accounts.push(toAccount(account, ledger, new Date().toISOString()));
    }
    return accounts;
  }

  async listPositions(): Promise<PositionDraft[]> {
    const positions: PositionDraft[] = [];
    for (const account of await this.#accounts.get()) {
      const id = account.neededText('accountId');
      const answer = await this.#api.get(`/portfolio2/${encodeURIComponent(id)}/positions`);
      const asOf = new Date().toISOString();
      positions.push(...WireObject.list(answer, 'positions').map((row) => toPosition(row, id, asOf)));
    }
    return positions;
  }

  /** The trades of instruments of the last seven days. */
  async listTransactions(): Promise<TransactionDraft[]> {
    const executions = (await this.#executions.get()).filter((execution) => !isConversion(execution));
    const known = await this.#contracts.find(executions.map(({ conid }) => conid));
    return executions.flatMap((execution) => {
      const contract = known.get(execution.conid);
      if (contract !== undefined) return [toTransaction(execution, contract)];
      this.#skip(execution, 'its instrument is not known');
      return [];
    });
  }

  /** The trades of currencies of the last seven days. */
  async listConversions(): Promise<CashMovementDraft[]> {
    const executions = (await this.#executions.get()).filter(isConversion);
    return executions.flatMap((execution) => {
      const legs = toConversion(execution);
      if (legs === undefined) this.#skip(execution, 'its pair of currencies is not known');
      return legs ?? [];
    });
  }

  async getQuotes(request: QuotesRequest): Promise<Quote[]> {
    const contracts = await this.#contractsOf(request);
    return contracts.size === 0 ? [] : this.#quote(contracts);
  }

  async *subscribeQuotes(request: QuotesRequest): AsyncGenerator<Quote, void, void> {
    const contracts = await this.#contractsOf(request);
    if (contracts.size === 0) return;
    const prepare = (): Promise<void> => this.#api.prepareStream();
    yield* streamQuotes({ host: this.#api.host, contracts, prepare, signal: this.#signal });
  }

  async listBars(request: BarsRequest): Promise<Bar[]> {
    const { brokerId } = request.instrument;
    if (!isConid(brokerId)) return [];
    await this.#brokerage.get();
    const query = barsQuery(brokerId, request, Date.now());
    return readBars(
      new WireObject(await this.#api.get(`/iserver/marketdata/history?${query}`), 'history'),
      request,
    );
  }

  /** What is known of the instruments, by `conid`, once prices may be asked for. */
  async #contractsOf({ instruments }: QuotesRequest): Promise<ReadonlyMap<string, Contract>> {
    const conids = instruments.flatMap(({ brokerId }) => (isConid(brokerId) ? [brokerId] : []));
    if (conids.length === 0) return new Map();
    const known = await this.#contracts.find(conids);
    await this.#brokerage.get();
    return new Map(
      conids.flatMap((conid) => {
        const contract = known.get(conid);
        return contract === undefined ? [] : [[conid, contract] as const];
      }),
    );
  }

  /** The first answers have no prices yet: asking is what starts them. */
  async #quote(byConid: ReadonlyMap<string, Contract>): Promise<Quote[]> {
    const query = String(
      new URLSearchParams({ conids: [...byConid.keys()].join(','), fields: FIELDS.join(',') }),
    );
    let quotes: Quote[] = [];
    for (let asked = 1; asked <= SNAPSHOTS && quotes.length < byConid.size; asked += 1) {
      if (asked > 1) await this.#wait(SNAPSHOT_PAUSE, this.#signal);
      const rows = WireObject.list(await this.#api.get(`/iserver/marketdata/snapshot?${query}`), 'snapshot');
      quotes = rows.flatMap((row) => {
        const contract = byConid.get(row.neededText('conid'));
        return contract === undefined ? [] : (toQuote(row, contract) ?? []);
      });
    }
    return quotes;
  }

  #skip({ executionId }: Execution, reason: string): void {
    this.#log.warn(`The trade ${executionId} was left out: ${reason}. The Flex statement has it.`);
  }
}

function isConid(brokerId: string | undefined): brokerId is string {
  return brokerId !== undefined && /^\d{1,18}$/.test(brokerId);
}
