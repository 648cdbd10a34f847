import { z } from 'zod';
import { BOOKING_STATUSES } from '../enumerations/booking-status.js';
import { CORPORATE_ACTION_CASH_KINDS } from '../enumerations/corporate-action-cash-kind.js';
import { CORPORATE_ACTION_TYPES } from '../enumerations/corporate-action-type.js';
import {
  CalendarDateSchema,
  DecimalSchema,
  InstantSchema,
  LabelSchema,
  MoneySchema,
  TextSchema,
  UnsignedDecimalSchema,
} from '../values/schemas.js';
import { InstrumentSchema } from './instrument.js';
import { draftShape, recordShape } from './record.js';

/** How one instrument's holding changed; `quantity` is signed: positive = into the account. */
export const CorporateActionLegSchema = z.strictObject({
  instrument: InstrumentSchema,
  quantity: DecimalSchema,
  /** Absent means unknown, not 0. */
  costBasis: MoneySchema.optional(),
});

/** A cash effect of the event: positive = into the account. Legs that net to zero are left out. */
export const CorporateActionCashSchema = z.strictObject({
  kind: z.enum(CORPORATE_ACTION_CASH_KINDS),
  money: MoneySchema,
});

const corporateActionShape = {
  accountId: LabelSchema.optional(),
  type: z.enum(CORPORATE_ACTION_TYPES),
  status: z.enum(BOOKING_STATUSES),
  /** The institution's id of the event. */
  eventId: LabelSchema.optional(),
  /** `to` new units for `from` old ones. */
  ratio: z.strictObject({ from: UnsignedDecimalSchema, to: UnsignedDecimalSchema }).optional(),
  legs: z.array(CorporateActionLegSchema).max(64),
  cash: z.array(CorporateActionCashSchema).max(64),
  /** Actions apply in this order; one without it applies before the day's trades. */
  bookedAt: InstantSchema.optional(),
  date: CalendarDateSchema,
  description: TextSchema,
};

/** One event of an issuer, with all its rows in one record. */
export const CorporateActionSchema = z.strictObject({ ...recordShape, ...corporateActionShape });

/** A corporate action as a plugin reports it: the host gives it id, fingerprint and institution. */
export const CorporateActionDraftSchema = z.strictObject({ ...draftShape, ...corporateActionShape });

export type CorporateActionLeg = z.infer<typeof CorporateActionLegSchema>;
export type CorporateActionCash = z.infer<typeof CorporateActionCashSchema>;
export type CorporateAction = z.infer<typeof CorporateActionSchema>;
export type CorporateActionDraft = z.infer<typeof CorporateActionDraftSchema>;
