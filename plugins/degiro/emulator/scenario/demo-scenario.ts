import { listProducts } from './products.js';
import { readDemoBookings } from './read-demo.js';
import type { DegiroScenario, LoginScenario, OpenOrder, UpcomingDividend } from './scenario.js';

const HALF_AN_HOUR = 30 * 60_000;

const LOGIN: LoginScenario = {
  secondFactor: 'TOTP',
  approval: 'PENDING',
  approveAfterPolls: 2,
  failures: 0,
  lockAfter: 5,
  locked: false,
  captchaRequired: false,
  totpStatus: 400,
  lockedStatus: 403,
  captchaStatus: 403,
};

const UPCOMING: UpcomingDividend[] = [
  {
    caId: '880412',
    product: 'NORDZEE CABLES NV',
    description: 'Dividend',
    currency: 'EUR',
    amount: '14.40',
    amountInBaseCurr: '14.40',
    payDate: '2026-12-10',
  },
  {
    caId: '880412',
    product: 'NORDZEE CABLES NV',
    description: 'Dividend Tax',
    currency: 'EUR',
    amount: '-2.16',
    amountInBaseCurr: '-2.16',
    payDate: '2026-12-10',
  },
  {
    caId: '880455',
    product: 'HARBOR ROBOTICS INC',
    description: 'Dividend',
    currency: 'USD',
    amount: '3.60',
    amountInBaseCurr: '3.11',
    payDate: '2026-12-17',
  },
];

const ORDERS: OpenOrder[] = [
  {
    id: '7c1e0199-52d0-4b6f-9a3e-0f6d2b8c0199',
    productId: '4100104',
    buysell: 'B',
    size: 10,
    price: '21.5',
  },
];

/** The life of the demo account: what its statement tells, what it holds, and what is to come. */
export function demoScenario(): DegiroScenario {
  const products = listProducts();
  return {
    intAccount: 41_008_277,
    clientId: 2_904_116,
    displayName: 'Demo Account',
    language: 'en',
    baseCurrency: 'EUR',
    login: structuredClone(LOGIN),
    maintenance: false,
    throttled: false,
    idleMilliseconds: HALF_AN_HOUR,
    services: {
      trading: '/trading/secure/',
      pa: '/pa/secure/',
      reporting: '/portfolio-reports/secure/',
      productSearch: '/product_search/secure/',
    },
    products,
    bookings: readDemoBookings(products),
    closedProductIds: ['4100199'],
    upcoming: structuredClone(UPCOMING),
    orders: structuredClone(ORDERS),
    autoFxFraction: '0.0025',
    quotecast: { heartbeatMilliseconds: 5_000, sessionMilliseconds: 15_000 },
  };
}
