import { z } from 'zod';
import { BOOKING_STATUSES } from '../enumerations/booking-status.js';
import { CHARGE_KINDS } from '../enumerations/charge-kind.js';
import {
  CalendarDateSchema,
  InstantSchema,
  LabelSchema,
  MoneySchema,
  TextSchema,
} from '../values/schemas.js';
import { RelatesToSchema } from './cash-movement.js';
import { InstrumentSchema } from './instrument.js';
import { draftShape, recordShape } from './record.js';

const feeShape = {
  accountId: LabelSchema,
  kind: z.enum(CHARGE_KINDS),
  status: z.enum(BOOKING_STATUSES),
  /** The cash effect: negative = paid, positive = refunded. */
  money: MoneySchema,
  /** The booking date. */
  date: CalendarDateSchema,
  bookedAt: InstantSchema.optional(),
  description: TextSchema,
  instrument: InstrumentSchema.optional(),
  relatesTo: RelatesToSchema.optional(),
};

/** A charge that is not part of a trade or a dividend. */
export const FeeSchema = z.strictObject({ ...recordShape, ...feeShape });

/** A fee as a plugin reports it: the host gives it id, fingerprint and institution. */
export const FeeDraftSchema = z.strictObject({ ...draftShape, ...feeShape });

export type Fee = z.infer<typeof FeeSchema>;
export type FeeDraft = z.infer<typeof FeeDraftSchema>;
