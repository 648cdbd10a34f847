import { z } from 'zod';
import { PRICE_TYPES } from '../enumerations/price-type.js';
import {
  CalendarDateSchema,
  CurrencySchema,
  DecimalSchema,
  InstantSchema,
  LabelSchema,
} from '../values/schemas.js';
import { InstrumentSchema } from './instrument.js';
import { draftShape, recordShape } from './record.js';

const positionShape = {
  accountId: LabelSchema,
  instrument: InstrumentSchema,
  /** Signed: negative when short. */
  quantity: DecimalSchema,
  /** The currency of every amount below. Amounts carry the sign of the quantity. */
  currency: CurrencySchema,
  averagePrice: DecimalSchema.optional(),
  costBasis: DecimalSchema.optional(),
  marketPrice: DecimalSchema.optional(),
  /** How `averagePrice` and `marketPrice` are meant; absent means PER_UNIT. */
  priceType: z.enum(PRICE_TYPES).optional(),
  marketValue: DecimalSchema.optional(),
  accruedInterest: DecimalSchema.optional(),
  unrealizedPnl: DecimalSchema.optional(),
  realizedPnl: DecimalSchema.optional(),
  asOf: z.union([InstantSchema, CalendarDateSchema]),
};

/** What an account holds of one instrument, as the institution says. */
export const PositionSchema = z.strictObject({ ...recordShape, ...positionShape });

/** A position as a plugin reports it: the host gives it id, fingerprint and institution. */
export const PositionDraftSchema = z.strictObject({ ...draftShape, ...positionShape });

export type Position = z.infer<typeof PositionSchema>;
export type PositionDraft = z.infer<typeof PositionDraftSchema>;
