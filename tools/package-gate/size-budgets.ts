/** The largest size of each archive in KB (1000 bytes): what was measured and a fifth more. */
export const BUDGETS: Readonly<Record<string, number>> = {
  'packages/cli': 274,
  'packages/core': 978,
  'packages/create-bourse-plugin': 48,
  'packages/portfolio': 218,
  'packages/sdk': 330,
  'plugins/alpaca': 68,
  'plugins/bitvavo': 90,
  'plugins/degiro': 198,
  'plugins/ecb-rates': 46,
  'plugins/ibkr': 195,
  'plugins/paper': 50,
};
