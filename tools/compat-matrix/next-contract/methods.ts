import {
  CalendarDateSchema,
  InstantSchema,
  PositionDraftSchema,
  SERVICE_METHODS,
  type ServiceMethod,
} from '@bourse/core/interfaces';
import { z } from 'zod';

export const OWN_METHODS: Readonly<Record<string, Readonly<Record<string, ServiceMethod>>>> = SERVICE_METHODS;

const PeriodSchema = z.strictObject({
  since: CalendarDateSchema.optional(),
  until: CalendarDateSchema.optional(),
});

const NextPositionSchema = PositionDraftSchema.extend({
  asOf: z.union([z.strictObject({ day: CalendarDateSchema }), z.strictObject({ instant: InstantSchema })]),
});

/** A method of 1.x as 2.0 has it: lists differ, everything else is the same. */
export function pagedMethod(method: ServiceMethod): ServiceMethod {
  const { request, answer } = method;
  if (!(answer instanceof z.ZodObject) || !(request instanceof z.ZodObject) || !('items' in answer.shape))
    return method;
  const { items, cursor: next, ...rest } = answer.shape;
  const { cursor: after, since, until, ...asked } = request.shape;
  const isPositions = method === SERVICE_METHODS.portfolio.listPositions;
  return {
    ...method,
    request: z.strictObject({
      ...asked,
      after,
      ...(since === undefined && until === undefined ? {} : { period: PeriodSchema.optional() }),
    }),
    answer: z.strictObject({
      ...rest,
      records: isPositions ? z.array(NextPositionSchema) : items,
      next,
    }),
  };
}
