import { z } from 'zod';
import { INSTRUMENT_KINDS } from '../enumerations/instrument-kind.js';
import { PUT_CALLS } from '../enumerations/put-call.js';
import {
  CalendarDateSchema,
  CurrencySchema,
  IsinSchema,
  LabelSchema,
  UnsignedDecimalSchema,
} from '../values/schemas.js';

/** What is held or traded. An ISIN names an issue, `mic` the listing; a symbol alone is no identity. */
export const InstrumentSchema = z.strictObject({
  kind: z.enum(INSTRUMENT_KINDS),
  name: LabelSchema,
  symbol: LabelSchema.optional(),
  /** ISO 6166. One whose check digit fails is left out and reported as IDENTIFIER_INVALID. */
  isin: IsinSchema.optional(),
  /** ISO 10383 code of the listing, never the venue of a fill. */
  mic: z
    .string()
    .regex(/^[A-Z0-9]{4}$/)
    .optional(),
  figi: LabelSchema.optional(),
  cusip: LabelSchema.optional(),
  sedol: LabelSchema.optional(),
  /** ISO 10962. */
  cfi: z
    .string()
    .regex(/^[A-Z]{6}$/)
    .optional(),
  currency: CurrencySchema.optional(),
  /** Units of the underlying in one contract; absent means 1. */
  multiplier: UnsignedDecimalSchema.optional(),
  /** Last trading day of a derivative, maturity of a bond. */
  expiry: CalendarDateSchema.optional(),
  strike: UnsignedDecimalSchema.optional(),
  putCall: z.enum(PUT_CALLS).optional(),
  underlying: z
    .strictObject({
      symbol: LabelSchema.optional(),
      isin: IsinSchema.optional(),
      brokerId: LabelSchema.optional(),
    })
    .optional(),
  /** The institution's own id of the instrument. */
  brokerId: LabelSchema.optional(),
});

export type Instrument = z.infer<typeof InstrumentSchema>;
