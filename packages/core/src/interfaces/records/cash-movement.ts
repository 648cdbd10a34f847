import { z } from 'zod';
import { BOOKING_STATUSES } from '../enumerations/booking-status.js';
import { CASH_MOVEMENT_TYPES } from '../enumerations/cash-movement-type.js';
import {
  CalendarDateSchema,
  InstantSchema,
  LabelSchema,
  MoneySchema,
  TextSchema,
} from '../values/schemas.js';
import { ChargeSchema } from './charge.js';
import { FxRateSchema } from './fx-rate.js';
import { InstrumentSchema } from './instrument.js';
import { draftShape, recordShape } from './record.js';

/** Names the income or booking that a tax, fee or correction belongs to. */
export const RelatesToSchema = z.strictObject({
  payDate: CalendarDateSchema.optional(),
  exDate: CalendarDateSchema.optional(),
  recordId: LabelSchema.optional(),
});

const cashMovementShape = {
  accountId: LabelSchema,
  type: z.enum(CASH_MOVEMENT_TYPES),
  status: z.enum(BOOKING_STATUSES),
  /** The cash effect: positive = into the account. */
  money: MoneySchema,
  /** A charge that is not `included` in `money` is a cash effect of its own. */
  charges: z.array(ChargeSchema).max(64).optional(),
  fx: FxRateSchema.optional(),
  orderId: LabelSchema.optional(),
  bookedAt: InstantSchema.optional(),
  /** The booking date; it decides balances. */
  date: CalendarDateSchema,
  valueDate: CalendarDateSchema.optional(),
  description: TextSchema,
  instrument: InstrumentSchema.optional(),
  relatesTo: RelatesToSchema.optional(),
};

/** Money that moved without a trade, a dividend or a fee. A currency conversion is two movements with one `linkId`. */
export const CashMovementSchema = z.strictObject({ ...recordShape, ...cashMovementShape });

/** A cash movement as a plugin reports it: the host gives it id, fingerprint and institution. */
export const CashMovementDraftSchema = z.strictObject({ ...draftShape, ...cashMovementShape });

export type CashMovement = z.infer<typeof CashMovementSchema>;
export type CashMovementDraft = z.infer<typeof CashMovementDraftSchema>;
export type RelatesTo = z.infer<typeof RelatesToSchema>;
