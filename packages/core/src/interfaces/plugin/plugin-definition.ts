import type { PluginType } from '../enumerations/plugin-type.js';
import type { AccountService } from '../services/account-service.js';
import type { AuthenticationService } from '../services/authentication-service.js';
import type { CashService } from '../services/cash-service.js';
import type { CorporateActionService } from '../services/corporate-action-service.js';
import type { DividendService } from '../services/dividend-service.js';
import type { FeeService } from '../services/fee-service.js';
import type { HealthCheck } from '../services/health-service.js';
import type { HistoryService } from '../services/history-service.js';
import type { PortfolioService } from '../services/portfolio-service.js';
import type { QuoteService } from '../services/quote-service.js';
import type { RatesService } from '../services/rates-service.js';
import type { StatementService } from '../services/statement-service.js';
import type { StreamService } from '../services/stream-service.js';
import type { TransactionService } from '../services/transaction-service.js';
import type { PluginContext } from './plugin-context.js';

/** What a broker plugin offers; which of them is said in its manifest. */
export interface BrokerServices {
  readonly portfolio?: PortfolioService;
  readonly account?: AccountService;
  readonly transaction?: TransactionService;
  readonly cash?: CashService;
  readonly dividend?: DividendService;
  readonly fee?: FeeService;
  readonly corporateAction?: CorporateActionService;
  readonly statement?: StatementService;
  readonly authentication?: AuthenticationService;
  readonly quote?: QuoteService;
  readonly history?: HistoryService;
  readonly stream?: StreamService;
  readonly health?: HealthCheck;
}

/** What a plugin of type `data-provider` offers; which of them is said in its manifest. */
export interface DataProviderServices {
  readonly rates?: RatesService;
  readonly quote?: QuoteService;
  readonly history?: HistoryService;
  readonly stream?: StreamService;
  readonly authentication?: AuthenticationService;
  readonly health?: HealthCheck;
}

/** What a plugin's script exports as default. */
export interface PluginDefinition<Services = BrokerServices, Settings = Readonly<Record<string, unknown>>> {
  readonly type: PluginType;
  /**
   * Called once in each cell, before anything else. Throwing refuses to start; with settings that are new it refuses
   * them, and the former ones stay in force.
   */
  activate(context: PluginContext<Settings>): Services | Promise<Services>;
  /** Called once before the cell ends; closes what `activate` opened. */
  deactivate?(): void | Promise<void>;
}
