import type { Mutant } from './mutant.ts';

/** Of a plugin that reads files and asks an API. */
export const bothMutants: readonly Mutant[] = [
  {
    code: 'BQ216',
    what: 'calls a booking of the file otherwise than that of the API',
    file: 'src/booking/to-record.ts',
    edit: [
      'recordId: booking.reference,',
      'recordId: rows === undefined ? booking.reference : `row ${booking.reference}`,',
    ],
    says: /"row .+" in the file, ".+" in the lists\.$/,
  },
];
