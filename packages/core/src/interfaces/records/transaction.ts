import { z } from 'zod';
import { BOOKING_STATUSES } from '../enumerations/booking-status.js';
import { ORDER_SIDES } from '../enumerations/order-side.js';
import { POSITION_EFFECTS } from '../enumerations/position-effect.js';
import { PRICE_TYPES } from '../enumerations/price-type.js';
import { TRADE_TYPES } from '../enumerations/trade-type.js';
import {
  CalendarDateSchema,
  CurrencySchema,
  DecimalSchema,
  InstantSchema,
  LabelSchema,
  MoneySchema,
  UnsignedDecimalSchema,
} from '../values/schemas.js';
import { ChargeSchema } from './charge.js';
import { FxRateSchema } from './fx-rate.js';
import { InstrumentSchema } from './instrument.js';
import { draftShape, recordShape } from './record.js';

const transactionShape = {
  accountId: LabelSchema,
  /** The institution's id of the order (FIX 37). Several fills share it. */
  orderId: LabelSchema.optional(),
  /** The institution's id of the fill (FIX 17). */
  executionId: LabelSchema.optional(),
  instrument: InstrumentSchema,
  side: z.enum(ORDER_SIDES),
  /** Zero or more; `side` gives the direction. */
  quantity: UnsignedDecimalSchema,
  /** In `currency`, with the digits that the source prints. */
  price: DecimalSchema.optional(),
  /** Absent means PER_UNIT. */
  priceType: z.enum(PRICE_TYPES).optional(),
  /** The trade currency: of `price`, `grossAmount` and `accruedInterest`. */
  currency: CurrencySchema,
  /** FIX 381 GrossTradeAmt: quantity × price × multiplier, without accrued interest; zero or more. */
  grossAmount: UnsignedDecimalSchema,
  /** FIX 159, in `currency`. */
  accruedInterest: DecimalSchema.optional(),
  charges: z.array(ChargeSchema).max(64),
  /** The cash effect: negative for a purchase. In the settlement currency where only the settlement is booked. */
  netAmount: MoneySchema,
  /** Required, and EXECUTED, where `netAmount` is in another currency than the trade. */
  fx: FxRateSchema.optional(),
  tradedAt: InstantSchema.optional(),
  tradeDate: CalendarDateSchema,
  settlementDate: CalendarDateSchema.optional(),
  /** Where the fill happened; a MIC or the institution's own name of the venue. */
  venue: LabelSchema.optional(),
  status: z.enum(BOOKING_STATUSES),
  effect: z.enum(POSITION_EFFECTS).optional(),
  /** Absent means REGULAR. */
  tradeType: z.enum(TRADE_TYPES).optional(),
};

/** One fill, or one order where the institution shows only orders. FUTURE and CFD exchange no principal. */
export const TransactionSchema = z.strictObject({ ...recordShape, ...transactionShape });

/** A transaction as a plugin reports it: the host gives it id, fingerprint and institution. */
export const TransactionDraftSchema = z.strictObject({ ...draftShape, ...transactionShape });

export type Transaction = z.infer<typeof TransactionSchema>;
export type TransactionDraft = z.infer<typeof TransactionDraftSchema>;
