/** Whether a record books an event or takes an earlier booking back. A correction is a reversal and a new record. */
export const BOOKING_STATUSES = ['BOOKED', 'REVERSAL'] as const;

/** One of {@link BOOKING_STATUSES}. */
export type BookingStatus = (typeof BOOKING_STATUSES)[number];
