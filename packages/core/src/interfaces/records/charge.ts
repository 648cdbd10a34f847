import { z } from 'zod';
import { CHARGE_KINDS } from '../enumerations/charge-kind.js';
import { DecimalSchema, MoneySchema } from '../values/schemas.js';
import { InstrumentSchema } from './instrument.js';

const kind = z.enum(CHARGE_KINDS);

/** True where the charge is already inside the rate, price or quantity of its record. */
const included = z.boolean().optional();

/** A cost of one booking, in money or in kind: positive = cost, negative = rebate or refund. */
export const ChargeSchema = z.union([
  z.strictObject({ kind, money: MoneySchema, included }),
  z.strictObject({ kind, quantity: DecimalSchema, instrument: InstrumentSchema, included }),
]);

export type Charge = z.infer<typeof ChargeSchema>;
