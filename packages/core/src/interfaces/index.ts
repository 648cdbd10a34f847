/** The contract between host and plugin. */
export { API_VERSION, GATEWAY_SINCE, hasContract, SERVED_API_VERSIONS } from './api-version.js';
export { isCurrency, minorUnitDigits } from './values/currency.js';
export { DEFAULT_ACCOUNT_ID } from './values/default-account.js';
export { PAGE_MAX_ITEMS, PART_MAX_RECORDS, QUOTE_MAX_INSTRUMENTS } from './values/limits.js';
export { DECIMAL_PATTERN, DECIMAL_MAX_DIGITS, isDecimal } from './values/decimal.js';
export type { Decimal } from './values/decimal.js';
export { isIsin } from './values/isin.js';
export { findMinorUnit } from './values/minor-unit.js';
export type { MinorUnit } from './values/minor-unit.js';
export type { Money } from './values/money.js';
export {
  DecimalSchema,
  UnsignedDecimalSchema,
  CurrencySchema,
  MoneySchema,
  CalendarDateSchema,
  InstantSchema,
  IsinSchema,
  RowsSchema,
  LabelSchema,
  TextSchema,
  PeriodSchema,
} from './values/schemas.js';
export type { Period } from './values/schemas.js';
export { isCalendarDate, isInstant } from './values/time.js';
export type { CalendarDate, Instant } from './values/time.js';
export { BOOKING_STATUSES } from './enumerations/booking-status.js';
export type { BookingStatus } from './enumerations/booking-status.js';
export { CASH_MOVEMENT_TYPES } from './enumerations/cash-movement-type.js';
export type { CashMovementType } from './enumerations/cash-movement-type.js';
export { CHARGE_KINDS } from './enumerations/charge-kind.js';
export type { ChargeKind } from './enumerations/charge-kind.js';
export { CORPORATE_ACTION_CASH_KINDS } from './enumerations/corporate-action-cash-kind.js';
export type { CorporateActionCashKind } from './enumerations/corporate-action-cash-kind.js';
export { CORPORATE_ACTION_TYPES } from './enumerations/corporate-action-type.js';
export type { CorporateActionType } from './enumerations/corporate-action-type.js';
export { DIVIDEND_KINDS } from './enumerations/dividend-kind.js';
export type { DividendKind } from './enumerations/dividend-kind.js';
export { DIVIDEND_STATUSES } from './enumerations/dividend-status.js';
export type { DividendStatus } from './enumerations/dividend-status.js';
export { FX_RATE_SOURCES } from './enumerations/fx-rate-source.js';
export type { FxRateSource } from './enumerations/fx-rate-source.js';
export { INSTRUMENT_KINDS } from './enumerations/instrument-kind.js';
export type { InstrumentKind } from './enumerations/instrument-kind.js';
export { LOG_LEVELS } from './enumerations/log-level.js';
export type { LogLevel } from './enumerations/log-level.js';
export { OPERATING_SYSTEMS } from './enumerations/operating-system.js';
export type { OperatingSystem } from './enumerations/operating-system.js';
export { ORDER_SIDES } from './enumerations/order-side.js';
export type { OrderSide } from './enumerations/order-side.js';
export { PLUGIN_TYPES, PLUGIN_TYPES_SINCE, SERVED_PLUGIN_TYPES } from './enumerations/plugin-type.js';
export type { PluginType } from './enumerations/plugin-type.js';
export { POSITION_EFFECTS } from './enumerations/position-effect.js';
export type { PositionEffect } from './enumerations/position-effect.js';
export { PRICE_TYPES } from './enumerations/price-type.js';
export type { PriceType } from './enumerations/price-type.js';
export { PUT_CALLS } from './enumerations/put-call.js';
export type { PutCall } from './enumerations/put-call.js';
export { QUOTE_DELAYS } from './enumerations/quote-delay.js';
export type { QuoteDelay } from './enumerations/quote-delay.js';
export { RECORD_KINDS } from './enumerations/record-kind.js';
export type { RecordKind } from './enumerations/record-kind.js';
export { SECOND_FACTORS } from './enumerations/second-factor.js';
export type { SecondFactor } from './enumerations/second-factor.js';
export { SOURCE_CHANNELS } from './enumerations/source-channel.js';
export type { SourceChannel } from './enumerations/source-channel.js';
export { TRADE_TYPES } from './enumerations/trade-type.js';
export type { TradeType } from './enumerations/trade-type.js';
export { TRANSFER_TYPES } from './enumerations/transfer-type.js';
export type { TransferType } from './enumerations/transfer-type.js';
export { PROBLEM_CODES, isProblemCode } from './problems/problem-code.js';
export type { ProblemCodeEntry, ProblemCode } from './problems/problem-code.js';
export { ProblemError } from './problems/problem-error.js';
export { ProblemPlaceSchema, ProblemSchema, ProblemDraftSchema } from './problems/problem.js';
export type { ProblemPlace, Problem, ProblemDraft } from './problems/problem.js';
export { RETRIES } from './problems/retry.js';
export type { Retry } from './problems/retry.js';
export { toProblem } from './problems/to-problem.js';
export { AccountSchema } from './records/account.js';
export type { Account } from './records/account.js';
export { BarSchema } from './records/bar.js';
export type { Bar } from './records/bar.js';
export { RelatesToSchema, CashMovementSchema, CashMovementDraftSchema } from './records/cash-movement.js';
export type { CashMovement, CashMovementDraft, RelatesTo } from './records/cash-movement.js';
export { ChargeSchema } from './records/charge.js';
export type { Charge } from './records/charge.js';
export {
  CorporateActionLegSchema,
  CorporateActionCashSchema,
  CorporateActionSchema,
  CorporateActionDraftSchema,
} from './records/corporate-action.js';
export type {
  CorporateActionLeg,
  CorporateActionCash,
  CorporateAction,
  CorporateActionDraft,
} from './records/corporate-action.js';
export { WithholdingSchema, DividendSchema, DividendDraftSchema } from './records/dividend.js';
export type { Withholding, Dividend, DividendDraft } from './records/dividend.js';
export { FeeSchema, FeeDraftSchema } from './records/fee.js';
export type { Fee, FeeDraft } from './records/fee.js';
export { FxRateSchema } from './records/fx-rate.js';
export type { FxRate } from './records/fx-rate.js';
export { InstrumentSchema } from './records/instrument.js';
export type { Instrument } from './records/instrument.js';
export { PositionSchema, PositionDraftSchema } from './records/position.js';
export type { Position, PositionDraft } from './records/position.js';
export { QuoteSchema } from './records/quote.js';
export type { Quote } from './records/quote.js';
export { RawRowSchema, recordShape, draftShape } from './records/record.js';
export type { RawRow } from './records/record.js';
export { SourceSchema, DraftSourceSchema } from './records/source.js';
export type { Source, DraftSource } from './records/source.js';
export { TransactionSchema, TransactionDraftSchema } from './records/transaction.js';
export type { Transaction, TransactionDraft } from './records/transaction.js';
export { TransferSchema, TransferDraftSchema } from './records/transfer.js';
export type { Transfer, TransferDraft } from './records/transfer.js';
export { UnclassifiedSchema, IgnoredSchema } from './statement/rows.js';
export type { Unclassified, Ignored } from './statement/rows.js';
export { StatementPartSchema } from './statement/statement-part.js';
export type { StatementPart } from './statement/statement-part.js';
export { StatementSchema } from './statement/statement.js';
export type { Statement } from './statement/statement.js';
export type { AccountService } from './services/account-service.js';
export {
  ContinueLogInRequestSchema,
  LogInAnswerSchema,
  LogInRequestSchema,
  LogOutAnswerSchema,
} from './services/authentication-service.js';
export type {
  AuthenticationService,
  ContinueLogInRequest,
  LogInAnswer,
} from './services/authentication-service.js';
export type { CashService } from './services/cash-service.js';
export type { CorporateActionService } from './services/corporate-action-service.js';
export type { DividendService } from './services/dividend-service.js';
export type { FeeService } from './services/fee-service.js';
export { HealthReportSchema } from './services/health-service.js';
export type { HealthReport, HealthCheck } from './services/health-service.js';
export { BarsRequestSchema } from './services/history-service.js';
export type { BarsRequest, HistoryService } from './services/history-service.js';
export { ListQuerySchema, pageOf, UnclassifiedItemSchema } from './services/page.js';
export type { ListQuery, Page, UnclassifiedItem } from './services/page.js';
export type { PortfolioService } from './services/portfolio-service.js';
export { QuotesRequestSchema, QuotesSchema } from './services/quote-service.js';
export type { QuoteService, QuotesRequest } from './services/quote-service.js';
export { RatesRequestSchema, ReferenceRateSchema } from './services/rates-service.js';
export type { RatesRequest, RatesService, ReferenceRate } from './services/rates-service.js';
export { SERVICE_METHODS, HEALTH_METHOD } from './services/service-methods.js';
export type { ServiceMethod } from './services/service-methods.js';
export {
  SERVICE_NAMES,
  SERVICE_ALIASES,
  SERVICES_OF_TYPES,
  SERVICES_SINCE,
  LATER_SERVICES,
} from './services/service-name.js';
export type { ServiceName } from './services/service-name.js';
export {
  DetectRequestSchema,
  DetectAnswerSchema,
  FetchRequestSchema,
  ReadRequestSchema,
} from './services/statement-service.js';
export type {
  DetectRequest,
  DetectAnswer,
  FetchRequest,
  ReadRequest,
  StatementFile,
  StatementService,
} from './services/statement-service.js';
export type { StreamService } from './services/stream-service.js';
export type { TransactionService } from './services/transaction-service.js';
export {
  PluginIdSchema,
  PackagePathSchema,
  DigestSchema,
  PluginManifestSchema,
  BuiltManifestSchema,
} from './manifest/manifest.js';
export type { PluginManifest, BuiltManifest } from './manifest/manifest.js';
export { CaptureSchema } from './gateway/capture.js';
export type { Capture } from './gateway/capture.js';
export { CREDENTIAL_FORMS, CredentialDeclarationSchema } from './gateway/credential-declaration.js';
export type { CredentialDeclaration, CredentialForm } from './gateway/credential-declaration.js';
export {
  DiscriminatorSchema,
  NETWORK_ACCESSES,
  NetworkPermissionSchema,
  StorageQuotaSchema,
} from './gateway/network-permission.js';
export type { Discriminator, NetworkAccess, NetworkPermission } from './gateway/network-permission.js';
export { PlacementSchema } from './gateway/placement.js';
export type { Placement } from './gateway/placement.js';
export { SigningSchemeSchema } from './gateway/signing-scheme.js';
export type { SigningScheme } from './gateway/signing-scheme.js';
export { SigningStepSchema } from './gateway/signing-step.js';
export type { ByteEncoding, SigningStep, TextEncoding } from './gateway/signing-step.js';
export { SigningValueSchema } from './gateway/signing-value.js';
export type { RequestPart, SigningValue } from './gateway/signing-value.js';
export { SettingSchema, SettingsSchemaSchema } from './manifest/settings-schema.js';
export type { Setting, SettingsSchema, Settings } from './manifest/settings-schema.js';
export { STATEMENT_MAX_BYTES, StatementSignatureSchema } from './manifest/statement-signature.js';
export type { StatementSignature } from './manifest/statement-signature.js';
export type { Connection, LogFields, PluginLog, PluginContext } from './plugin/plugin-context.js';
export type { PluginStorage } from './plugin/plugin-storage.js';
export type { BrokerServices, DataProviderServices, PluginDefinition } from './plugin/plugin-definition.js';
