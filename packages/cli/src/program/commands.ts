import { addAuditCommand } from '../commands/audit/audit-command.js';
import { addConnectCommand } from '../commands/connections/connect-command.js';
import { addConnectionsCommand } from '../commands/connections/connections-command.js';
import { addForgetCommand } from '../commands/connections/forget-command.js';
import { addHistoryCommand } from '../commands/connections/history-command.js';
import { addQuotesCommand } from '../commands/connections/quotes-command.js';
import { addSyncCommand } from '../commands/connections/sync-command.js';
import { addDemoCommand } from '../commands/demo/demo-command.js';
import { addDoctorCommand } from '../commands/doctor/doctor-command.js';
import { addImportCommand } from '../commands/import/import-command.js';
import { addActionsCommand } from '../commands/ledger/actions-command.js';
import { addBackupCommand } from '../commands/ledger/backup-command.js';
import { addCashCommand } from '../commands/ledger/cash-command.js';
import { addDividendsCommand } from '../commands/ledger/dividends-command.js';
import { addDuplicatesCommand } from '../commands/ledger/duplicates-command.js';
import { addFeesCommand } from '../commands/ledger/fees-command.js';
import { addPortfolioCommand } from '../commands/ledger/portfolio-command.js';
import { addTransactionsCommand } from '../commands/ledger/transactions-command.js';
import { addTransfersCommand } from '../commands/ledger/transfers-command.js';
import { addParseCommand } from '../commands/parse/parse-command.js';
import { addPluginsCommand } from '../commands/plugins/plugins-command.js';
import { addReplayCommand } from '../commands/replay-command.js';
import type { AddCommand } from './command-kit.js';

/** All commands, in the order in which the help lists them. */
export const COMMANDS: readonly AddCommand[] = [
  addParseCommand,
  addImportCommand,
  addConnectCommand,
  addConnectionsCommand,
  addSyncCommand,
  addQuotesCommand,
  addHistoryCommand,
  addForgetCommand,
  addPortfolioCommand,
  addTransactionsCommand,
  addDividendsCommand,
  addFeesCommand,
  addCashCommand,
  addTransfersCommand,
  addActionsCommand,
  addDuplicatesCommand,
  addBackupCommand,
  addPluginsCommand,
  addAuditCommand,
  addDoctorCommand,
  addDemoCommand,
  addReplayCommand,
];
