import type {
  CashMovementDraft,
  CorporateActionDraft,
  DividendDraft,
  FeeDraft,
  Instrument,
  PluginLog,
  StatementPart,
  TransactionDraft,
} from '@bourse/sdk';
import type { Fields } from '../json/fields.js';
import { malformed } from '../json/parse-json.js';
import type { Product } from '../products/product.js';
import type { Products } from '../products/products.js';
import type { Site } from '../site/site.js';
import { joinTrades } from '../transactions/join-trades.js';
import { readSiteTrades } from '../transactions/site-trade.js';
import { readSiteTime } from './local-time.js';
import type { NotUnderstood } from './not-understood.js';
import { readMovements } from './read-movements.js';
import { toReportDates, type Window } from './windows.js';

/** All that an account booked in some days. */
export interface BookedDays {
  readonly transactions: readonly TransactionDraft[];
  readonly cashMovements: readonly CashMovementDraft[];
  readonly dividends: readonly DividendDraft[];
  readonly fees: readonly FeeDraft[];
  readonly corporateActions: readonly CorporateActionDraft[];
}

/** What the days are read with. */
export interface BookedDaysContext {
  readonly site: Site;
  readonly products: Products;
  readonly log: PluginLog;
  readonly notUnderstood: NotUnderstood;
}

/** Asks for the movements and the transactions of some days, and reads them together. */
export async function readBookedDays(window: Window, context: BookedDaysContext): Promise<BookedDays> {
  const { site } = context;
  const { intAccount, language } = await site.client();
  const { movements, transactions, products } = await askReports(window, context);
  const mark = language === 'en' ? '.' : ',';
  const parts = readMovements(movements, intAccount, { products, mark });
  report(parts, movements, context);
  const booked = new Set(
    movements.map((row) => `${row.optionalText('productId')} ${readSiteTime(row.text('date'), '').date}`),
  );
  const account = { id: intAccount, baseCurrency: await site.baseCurrency() };
  const trades = {
    booked: parts.flatMap((part) => part.transactions ?? []),
    trades: readSiteTrades(transactions, products),
    isBooked: (productId: string, date: string) => booked.has(`${productId} ${date}`),
  };
  const complete = completerOf(products);
  return {
    transactions: joinTrades(trades, account).map(complete),
    cashMovements: parts.flatMap((part) => part.cashMovements ?? []).map(complete),
    dividends: parts.flatMap((part) => part.dividends ?? []).map(complete),
    fees: parts.flatMap((part) => part.fees ?? []).map(complete),
    corporateActions: parts.flatMap((part) => part.corporateActions ?? []),
  };
}

async function askReports(window: Window, { site, products }: BookedDaysContext) {
  const query = toReportDates(window);
  const overview = await site.ask('reporting', 'v6/accountoverview', { query });
  const report = await site.ask('reporting', 'v4/transactions', {
    query: { ...query, groupTransactionsByOrder: 'false' },
  });
  const data = overview.object('data');
  const movements = data.has('cashMovements') ? data.objects('cashMovements') : [];
  const transactions = report.objects('data');
  expectDays(movements, window);
  expectDays(transactions, window);
  const ids = [...movements, ...transactions].flatMap((row) => row.optionalText('productId') ?? []);
  return { movements, transactions, products: await products.byIds(ids) };
}

/** An answer about other days alone is that of another question. */
function expectDays(rows: readonly Fields[], { from, to }: Window): void {
  const days = rows.map((row) => readSiteTime(row.text('date'), '').date);
  if (days.length === 0 || days.some((day) => day >= from && day <= to)) return;
  throw malformed('Other days were answered than were asked for.', '/data');
}

/** The account's texts name an instrument by name and ISIN; the site knows its symbol and kind, too. */
function completerOf(products: ReadonlyMap<string, Product>) {
  const known = new Map<string, Instrument>();
  for (const { instrument } of products.values())
    if (instrument.isin !== undefined) known.set(instrument.isin, instrument);
  return <Draft extends { readonly instrument?: Instrument | undefined }>(draft: Draft): Draft => {
    const { instrument } = draft;
    const listed = instrument?.isin === undefined ? undefined : known.get(instrument.isin);
    return listed === undefined ? draft : { ...draft, instrument: { ...instrument, ...listed } };
  };
}

/** What could not be read is told in the log. */
function report(
  parts: readonly StatementPart[],
  movements: readonly Fields[],
  { log, notUnderstood }: BookedDaysContext,
): void {
  const rows = parts.flatMap((part) => part.unclassified ?? []).flatMap((entry) => entry.rows);
  notUnderstood.add(rows.map((row) => movements[row - 1]?.optionalText('id') ?? `row ${row}`));
  for (const { code, message } of parts.flatMap((part) => part.problems ?? [])) log.warn(message, { code });
}
