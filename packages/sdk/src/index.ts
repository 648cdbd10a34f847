/** What a plugin is written with. Everything here is small, pure and ends up inside the plugin's bundle. */
export { defineBroker } from './broker/define-broker.js';
export type { AuthoredBrokerServices, BrokerDefinition, BrokerParts } from './broker/define-broker.js';
export type { StatementFormats } from './broker/statement-formats.js';
export type { ReaderContext, StatementFetcher, StatementReader } from './broker/statement-reader.js';
export { defineDataProvider } from './data-provider/define-data-provider.js';
export type { DataProviderDefinition, DataProviderParts } from './data-provider/define-data-provider.js';
export type { CsvRow } from './csv/csv-row.js';
export { readCsv } from './csv/read-csv.js';
export type { CsvOptions } from './csv/read-csv.js';
export { parseJson } from './json/parse-json.js';
export type { ExactJson } from './json/parse-json.js';
export { guessDecimalMark } from './numbers/guess-decimal-mark.js';
export { parseNumber } from './numbers/parse-number.js';
export type { DecimalMark } from './numbers/parse-number.js';
export { roundNoise } from './numbers/round-noise.js';
export { rawRow, rawRows } from './statement/raw-row.js';
export { StatementParts } from './statement/statement-parts.js';
export type { LastPart, RecordList } from './statement/statement-parts.js';
export { followSocket } from './stream/follow-socket.js';
export type { SocketStream } from './stream/follow-socket.js';
export type { SocketLine, SocketTalk } from './stream/socket-line.js';
export { decodeText } from './text/decode-text.js';
export { quoteCell } from './text/quote-cell.js';
export { parseLocal } from './time/parse-local.js';
export type { LocalTime } from './time/parse-local.js';

// The contract's values and types that authors need, so that a plugin depends on the sdk alone.
export {
  DEFAULT_ACCOUNT_ID,
  PAGE_MAX_ITEMS,
  PART_MAX_RECORDS,
  QUOTE_MAX_INSTRUMENTS,
  ProblemError,
  findMinorUnit,
  isCalendarDate,
  isCurrency,
  isDecimal,
  isInstant,
  isIsin,
  minorUnitDigits,
} from '@bourse/core/interfaces';
export type {
  Account,
  AccountService,
  AuthenticationService,
  Bar,
  BarsRequest,
  BookingStatus,
  CalendarDate,
  CashMovementDraft,
  CashMovementType,
  CashService,
  Charge,
  ChargeKind,
  Connection,
  ContinueLogInRequest,
  CorporateActionCash,
  CorporateActionCashKind,
  CorporateActionDraft,
  CorporateActionLeg,
  CorporateActionService,
  CorporateActionType,
  DataProviderServices,
  Decimal,
  DetectAnswer,
  DetectRequest,
  DividendDraft,
  DividendKind,
  DividendService,
  DividendStatus,
  DraftSource,
  FeeDraft,
  FeeService,
  FxRate,
  HealthCheck,
  HealthReport,
  HistoryService,
  Ignored,
  Instant,
  Instrument,
  InstrumentKind,
  ListQuery,
  LogFields,
  LogInAnswer,
  LogLevel,
  MinorUnit,
  Money,
  OrderSide,
  Page,
  Period,
  PluginContext,
  PluginDefinition,
  PluginLog,
  PluginStorage,
  PortfolioService,
  PositionDraft,
  PositionEffect,
  PriceType,
  ProblemCode,
  ProblemDraft,
  ProblemPlace,
  PutCall,
  Quote,
  QuoteService,
  QuotesRequest,
  RatesRequest,
  RatesService,
  ReferenceRate,
  RawRow,
  RelatesTo,
  SecondFactor,
  StatementFile,
  StatementPart,
  StatementService,
  StreamService,
  TradeType,
  TransactionDraft,
  TransactionService,
  TransferDraft,
  TransferType,
  Unclassified,
  UnclassifiedItem,
  Withholding,
} from '@bourse/core/interfaces';
