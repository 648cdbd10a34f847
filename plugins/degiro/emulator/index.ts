import { defineEmulator } from '@bourse/sdk/emulator';
import { faults } from './faults.js';
import { loginRoutes } from './login/login.js';
import { chartRoutes } from './prices/chart.js';
import { quotecastRoutes } from './prices/quotecast.js';
import { accountOverviewRoutes } from './reports/account-overview.js';
import { cashAccountReportRoutes } from './reports/cash-account-report.js';
import { orderHistoryRoutes } from './reports/order-history.js';
import { productRoutes } from './reports/products.js';
import { transactionRoutes } from './reports/transactions.js';
import { upcomingDividendRoutes } from './reports/upcoming-dividends.js';
import { demoScenario } from './scenario/demo-scenario.js';
import type { DegiroScenario } from './scenario/scenario.js';
import { sessionRoutes } from './session/session-routes.js';
import { createState, type DegiroState } from './state.js';
import { accountInfoRoutes } from './trading/account-info.js';
import { updateRoutes } from './trading/update.js';
import { CHARTING, QUOTECAST, SITE } from './world.js';

/** DEGIRO's site, price feed and charts, as far as it is known what they do. Nothing can be traded. */
export const emulator = defineEmulator<DegiroScenario, DegiroState>({
  name: 'degiro',
  origins: [SITE, QUOTECAST, CHARTING],
  credentials: {
    username: 'wire.tester',
    password: 'correct-horse-battery-9',
    totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  },
  scenario: demoScenario,
  state: createState,
  faults,
  routes: [
    ...loginRoutes,
    ...sessionRoutes,
    ...accountInfoRoutes,
    ...updateRoutes,
    ...transactionRoutes,
    ...orderHistoryRoutes,
    ...accountOverviewRoutes,
    ...cashAccountReportRoutes,
    ...upcomingDividendRoutes,
    ...productRoutes,
    ...quotecastRoutes,
    ...chartRoutes,
  ],
});
