import {
  DEFAULT_ACCOUNT_ID,
  type CashMovementDraft,
  type Charge,
  type Decimal,
  type TransferDraft,
} from '@bourse/sdk';
import Big from 'big.js';
import { requireAmount } from './amounts.js';
import { isMoney, readAssetCode, toCryptoAsset } from './assets.js';
import { rawOf, sourceOf, type Booking } from './booking.js';
import type { BookingTime } from './booking-time.js';
import type { Entry } from './entry.js';
import { readFee, toCharge, type RowFee } from './fee.js';
import { MOVEMENT_RULES } from './movement-types.js';
import type { RowFinding } from './row-finding.js';

/** The most characters of an address that a record names; a longer one is in `raw` only. */
const ADDRESS_MAX = 512;

/**
 * Books a row that is no trade: money as a cash movement, crypto assets as a transfer. Undefined where the type, or
 * its direction, is unknown. `Amount` is the change of the balance, so a fee in the same asset is included in it.
 *
 * @throws RowError where a cell cannot be read.
 */
export function toMovement(row: Entry, time: BookingTime): Booking | undefined {
  const rule = MOVEMENT_RULES.get(row.type);
  if (rule === undefined) return undefined;
  const asset = readAssetCode(row.currency, 'currency');
  const amount = requireAmount(row.amount, 'amount', asset);
  const direction = amount.startsWith('-') ? 'out' : 'in';
  const fee = readFee(row);
  const charges = fee === undefined ? [] : [toCharge(fee, feeKind(asset), fee.asset === asset)];
  const findings = fee?.asset === asset ? findImpossibleFee(amount, fee) : [];
  const status = rule.status ?? 'BOOKED';
  if (isMoney(asset)) {
    const type = rule.cash[direction];
    if (type === undefined) return undefined;
    const moved = { type, status, money: { amount, currency: asset } };
    return { cashMovements: [toCashMovement(row, time, moved, charges)], findings };
  }
  const type = rule.asset[direction];
  if (type === undefined) return undefined;
  const moved = { type, status, instrument: toCryptoAsset(asset), quantity: amount };
  return { transfers: [toTransfer(row, time, moved, charges)], findings };
}

function toCashMovement(
  row: Entry,
  time: BookingTime,
  moved: Pick<CashMovementDraft, 'type' | 'status' | 'money'>,
  charges: Charge[],
): CashMovementDraft {
  return {
    accountId: DEFAULT_ACCOUNT_ID,
    ...moved,
    ...(charges.length === 0 ? {} : { charges }),
    ...(time.instant === undefined ? {} : { bookedAt: time.instant }),
    date: time.date,
    description: row.address.length > ADDRESS_MAX ? row.type : `${row.type} ${row.address}`.trimEnd(),
    source: sourceOf(row, time),
    raw: rawOf(row),
  };
}

function toTransfer(
  row: Entry,
  time: BookingTime,
  moved: Pick<TransferDraft, 'type' | 'status' | 'instrument' | 'quantity'>,
  charges: Charge[],
): TransferDraft {
  const hasCounterparty = row.address !== '' && row.address.length <= ADDRESS_MAX;
  return {
    accountId: DEFAULT_ACCOUNT_ID,
    ...moved,
    charges,
    ...(time.instant === undefined ? {} : { bookedAt: time.instant }),
    date: time.date,
    ...(hasCounterparty ? { counterparty: row.address } : {}),
    description: row.type,
    source: sourceOf(row, time),
    raw: rawOf(row),
  };
}

/** A fee on crypto assets is that of their network. */
function feeKind(asset: string): 'NETWORK' | 'OTHER' {
  return isMoney(asset) ? 'OTHER' : 'NETWORK';
}

function findImpossibleFee(amount: Decimal, fee: RowFee): RowFinding[] {
  if (new Big(fee.amount).abs().lte(new Big(amount).abs())) return [];
  return [
    {
      code: 'IDENTITY_BROKEN',
      column: 'feeAmount',
      message: `A fee of ${fee.amount} ${fee.asset} cannot be part of ${amount} ${fee.asset}; the amount was booked.`,
      remedy: 'Compare the fee with the one that Bitvavo shows for this transaction.',
    },
  ];
}
