import type { BookingStatus, CashMovementType, TransferType } from '@bourse/sdk';

/** What a movement is, by the sign of its amount. A sign that the history does not know for it is left out. */
interface MovementRule {
  /** Of money. */
  readonly cash: { readonly in?: CashMovementType; readonly out?: CashMovementType };
  /** Of crypto assets. */
  readonly asset: { readonly in?: TransferType; readonly out?: TransferType };
  /** Absent means BOOKED. */
  readonly status?: BookingStatus;
}

const BETWEEN_WALLETS: MovementRule = {
  cash: { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' },
  asset: { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' },
};

const PROMOTION: MovementRule = {
  cash: { in: 'REBATE', out: 'REBATE' },
  asset: { in: 'DISTRIBUTION', out: 'DISTRIBUTION' },
};

const ADJUSTMENT: MovementRule = {
  cash: { in: 'CORRECTION', out: 'CORRECTION' },
  asset: { in: 'CORRECTION', out: 'CORRECTION' },
};

/**
 * The types of rows that are no trades: those of the account history's API, and what exports and other parts of
 * Bitvavo call by other names. A type that is not here stays unclassified.
 *
 * @see https://docs.bitvavo.com/docs/rest-api/get-transaction-history/
 */
export const MOVEMENT_RULES: ReadonlyMap<string, MovementRule> = new Map<string, MovementRule>([
  ['deposit', { cash: { in: 'DEPOSIT', out: 'DEPOSIT' }, asset: { in: 'TRANSFER_IN', out: 'TRANSFER_IN' } }],
  [
    'withdrawal',
    { cash: { in: 'WITHDRAWAL', out: 'WITHDRAWAL' }, asset: { in: 'TRANSFER_OUT', out: 'TRANSFER_OUT' } },
  ],
  ['withdrawal_cancelled', { cash: { in: 'WITHDRAWAL' }, asset: { in: 'TRANSFER_OUT' }, status: 'REVERSAL' }],
  ['staking', { cash: {}, asset: { in: 'STAKING_REWARD', out: 'STAKING_REWARD' } }],
  // What goes out may be an amount locked for a term, which is not spent.
  ['fixed_staking', { cash: {}, asset: { in: 'STAKING_REWARD' } }],
  ['affiliate', PROMOTION],
  ['rebate', PROMOTION],
  ['campaign_new_user_incentive', PROMOTION],
  [
    'distribution',
    {
      cash: { in: 'COMPENSATION', out: 'COMPENSATION' },
      asset: { in: 'DISTRIBUTION', out: 'DISTRIBUTION' },
    },
  ],
  ['airdrop', { cash: {}, asset: { in: 'DISTRIBUTION' } }],
  ['internal_transfer', BETWEEN_WALLETS],
  ['external_transferred_funds', BETWEEN_WALLETS],
  ['loan', BETWEEN_WALLETS],
  ['manually_assigned', ADJUSTMENT],
  ['manually_assigned_bitvavo', ADJUSTMENT],
]);
