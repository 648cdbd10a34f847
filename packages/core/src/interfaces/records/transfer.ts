import { z } from 'zod';
import { BOOKING_STATUSES } from '../enumerations/booking-status.js';
import { TRANSFER_TYPES } from '../enumerations/transfer-type.js';
import {
  CalendarDateSchema,
  DecimalSchema,
  InstantSchema,
  LabelSchema,
  MoneySchema,
  TextSchema,
} from '../values/schemas.js';
import { ChargeSchema } from './charge.js';
import { InstrumentSchema } from './instrument.js';
import { draftShape, recordShape } from './record.js';

const transferShape = {
  accountId: LabelSchema,
  type: z.enum(TRANSFER_TYPES),
  status: z.enum(BOOKING_STATUSES),
  instrument: InstrumentSchema,
  /** Signed: positive = into the account. Includes the charges that are `included`. */
  quantity: DecimalSchema,
  /** What the units were worth on that day, with the sign of `quantity`. Income costs as much; what was moved does not. */
  value: MoneySchema.optional(),
  /** Absent means unknown, not 0. */
  costBasis: MoneySchema.optional(),
  acquiredDate: CalendarDateSchema.optional(),
  charges: z.array(ChargeSchema).max(64),
  bookedAt: InstantSchema.optional(),
  date: CalendarDateSchema,
  settlementDate: CalendarDateSchema.optional(),
  counterparty: LabelSchema.optional(),
  network: LabelSchema.optional(),
  /** The transaction's id on its network. */
  txId: LabelSchema.optional(),
  description: TextSchema,
};

/** Instruments that moved without a trade. */
export const TransferSchema = z.strictObject({ ...recordShape, ...transferShape });

/** A transfer as a plugin reports it: the host gives it id, fingerprint and institution. */
export const TransferDraftSchema = z.strictObject({ ...draftShape, ...transferShape });

export type Transfer = z.infer<typeof TransferSchema>;
export type TransferDraft = z.infer<typeof TransferDraftSchema>;
