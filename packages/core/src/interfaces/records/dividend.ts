import { z } from 'zod';
import { DIVIDEND_KINDS } from '../enumerations/dividend-kind.js';
import { DIVIDEND_STATUSES } from '../enumerations/dividend-status.js';
import {
  CalendarDateSchema,
  CurrencySchema,
  DecimalSchema,
  LabelSchema,
  MoneySchema,
} from '../values/schemas.js';
import { ChargeSchema } from './charge.js';
import { FxRateSchema } from './fx-rate.js';
import { InstrumentSchema } from './instrument.js';
import { draftShape, recordShape } from './record.js';

/** Tax kept back at the source: positive = withheld, negative = given back. `rate` is a fraction: 0.15 is 15 %. */
export const WithholdingSchema = z.strictObject({
  money: MoneySchema,
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  rate: DecimalSchema.optional(),
});

const dividendShape = {
  accountId: LabelSchema,
  instrument: InstrumentSchema,
  kind: z.enum(DIVIDEND_KINDS),
  status: z.enum(DIVIDEND_STATUSES),
  /** The currency of every amount of this record. */
  currency: CurrencySchema,
  /** Negative when paid on a short position or reversed. */
  gross: DecimalSchema,
  withholdings: z.array(WithholdingSchema).max(64),
  charges: z.array(ChargeSchema).max(64),
  /** The cash effect: gross − withholdings − charges. */
  net: DecimalSchema,
  /** The booking date; of an announced dividend the day it is expected. */
  date: CalendarDateSchema,
  exDate: CalendarDateSchema.optional(),
  recordDate: CalendarDateSchema.optional(),
  payDate: CalendarDateSchema.optional(),
  quantity: DecimalSchema.optional(),
  /** Gross for each unit, in `currency`. */
  perShare: DecimalSchema.optional(),
  fx: FxRateSchema.optional(),
};

/** Cash income of an instrument. */
export const DividendSchema = z.strictObject({ ...recordShape, ...dividendShape });

/** A dividend as a plugin reports it: the host gives it id, fingerprint and institution. */
export const DividendDraftSchema = z.strictObject({ ...draftShape, ...dividendShape });

export type Withholding = z.infer<typeof WithholdingSchema>;
export type Dividend = z.infer<typeof DividendSchema>;
export type DividendDraft = z.infer<typeof DividendDraftSchema>;
