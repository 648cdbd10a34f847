import { z } from 'zod';
import { AccountSchema } from '../records/account.js';
import { BarSchema } from '../records/bar.js';
import { CashMovementDraftSchema } from '../records/cash-movement.js';
import { CorporateActionDraftSchema } from '../records/corporate-action.js';
import { DividendDraftSchema } from '../records/dividend.js';
import { FeeDraftSchema } from '../records/fee.js';
import { PositionDraftSchema } from '../records/position.js';
import { QuoteSchema } from '../records/quote.js';
import { TransactionDraftSchema } from '../records/transaction.js';
import { TransferDraftSchema } from '../records/transfer.js';
import { StatementPartSchema } from '../statement/statement-part.js';
import {
  ContinueLogInRequestSchema,
  LogInAnswerSchema,
  LogInRequestSchema,
  LogOutAnswerSchema,
} from './authentication-service.js';
import { HealthReportSchema } from './health-service.js';
import { BarsRequestSchema } from './history-service.js';
import { ListQuerySchema, pageOf } from './page.js';
import { QuotesRequestSchema, QuotesSchema } from './quote-service.js';
import { RatesRequestSchema, ReferenceRateSchema } from './rates-service.js';
import type { ServiceName } from './service-name.js';
import {
  DetectAnswerSchema,
  DetectRequestSchema,
  FetchRequestSchema,
  ReadRequestSchema,
} from './statement-service.js';

/** How one method is called and what its answer has to look like. */
export interface ServiceMethod {
  /** `stream`: the plugin answers with an async iterable; each item is checked against `answer`. */
  readonly kind: 'unary' | 'stream';
  readonly request: z.ZodType;
  readonly answer: z.ZodType;
  /** Whether the service may leave the method out. */
  readonly optional: boolean;
  /** A stream that goes on until its reader ends it, and may be silent for long. */
  readonly openEnded?: boolean;
  /** The contract version that added the method, where its service is older. */
  readonly since?: string;
}

const unary = (request: z.ZodType, answer: z.ZodType): ServiceMethod => ({
  kind: 'unary',
  request,
  answer,
  optional: false,
});
const list = (item: z.ZodType): ServiceMethod => unary(ListQuerySchema, pageOf(item));

/** Every method of every service that plugins offer. */
export const SERVICE_METHODS: Readonly<Record<ServiceName, Readonly<Record<string, ServiceMethod>>>> = {
  portfolio: { listPositions: list(PositionDraftSchema) },
  account: { listAccounts: list(AccountSchema) },
  transaction: { listTransactions: list(TransactionDraftSchema) },
  cash: { listCashMovements: list(CashMovementDraftSchema), listTransfers: list(TransferDraftSchema) },
  dividend: { listDividends: list(DividendDraftSchema) },
  fee: { listFees: list(FeeDraftSchema) },
  corporateAction: { listCorporateActions: list(CorporateActionDraftSchema) },
  statement: {
    detect: { ...unary(DetectRequestSchema, DetectAnswerSchema), optional: true },
    read: { kind: 'stream', request: ReadRequestSchema, answer: StatementPartSchema, optional: false },
    fetch: {
      kind: 'stream',
      request: FetchRequestSchema,
      answer: StatementPartSchema,
      optional: true,
      since: '1.1.0',
    },
  },
  authentication: {
    logIn: unary(LogInRequestSchema, LogInAnswerSchema),
    continueLogIn: unary(ContinueLogInRequestSchema, LogInAnswerSchema),
    logOut: unary(LogInRequestSchema, LogOutAnswerSchema),
  },
  quote: { getQuotes: unary(QuotesRequestSchema, QuotesSchema) },
  history: { listBars: unary(BarsRequestSchema, pageOf(BarSchema).omit({ unclassified: true })) },
  stream: {
    subscribeQuotes: {
      kind: 'stream',
      request: QuotesRequestSchema,
      answer: QuoteSchema,
      optional: false,
      openEnded: true,
    },
  },
  rates: { listFxRates: unary(RatesRequestSchema, pageOf(ReferenceRateSchema)) },
};

/** The plugin's own health call; it belongs to no service. */
export const HEALTH_METHOD: ServiceMethod = unary(z.strictObject({}), HealthReportSchema);
