import type { Asset } from './facts.js';

/** The part of Alpaca's list of assets that the scenario needs. Ids and CUSIPs are made up. */
export const ASSETS: readonly Asset[] = [
  asset('904837e3-0001-4000-8000-000000000001', 'AAPL', 'Apple Inc. Common Stock', 'NASDAQ', 250),
  asset('904837e3-0001-4000-8000-000000000002', 'VTI', 'Vanguard Total Stock Market ETF', 'ARCA', 300),
  asset('904837e3-0001-4000-8000-000000000003', 'BND', 'Vanguard Total Bond Market', 'NASDAQ', 73),
  asset(
    '904837e3-0001-4000-8000-000000000004',
    'VXUS',
    'Vanguard Total International Stock ETF',
    'NASDAQ',
    68,
  ),
  asset('904837e3-0001-4000-8000-000000000005', 'KO', 'Coca-Cola Company', 'NYSE', 70),
  asset('904837e3-0001-4000-8000-000000000006', 'TM', 'Toyota Motor Corporation ADR', 'NYSE', 190),
  {
    ...asset('904837e3-0001-4000-8000-000000000007', 'ORLY', "O'Reilly Automotive, Inc.", 'NASDAQ', 95),
    splits: [{ date: '2026-06-10', from: 1, to: 15 }],
  },
  asset('904837e3-0001-4000-8000-000000000008', 'HON', 'Honeywell International Inc.', 'NASDAQ', 210),
  asset('904837e3-0001-4000-8000-000000000009', 'HONA', 'Honeywell Aerospace', 'NASDAQ', 60),
  {
    ...asset('904837e3-0001-4000-8000-00000000000a', 'BTC/USD', 'Bitcoin / US Dollar', 'CRYPTO', 68_000),
    class: 'crypto',
  },
];

function asset(id: string, symbol: string, name: string, exchange: string, price: number): Asset {
  return { id, symbol, name, class: 'us_equity', exchange, status: 'active', price };
}
