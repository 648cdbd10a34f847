/** A booking as the institution tells it. */
export interface ToldBooking {
  readonly bookedOn: string;
  readonly reference: string;
  readonly kind: string;
  readonly isin?: string;
  readonly name?: string;
  readonly quantity?: string;
  readonly price?: string;
  readonly value?: string;
  readonly commission?: string;
  readonly amount: string;
  readonly currency: string;
}

/** The one account behind the key, and all that the views show of it. */
export interface Scenario {
  readonly account: { readonly id: string; readonly currency: string; readonly cash: string };
  readonly positions: readonly {
    readonly isin: string;
    readonly name: string;
    readonly quantity: string;
    readonly price: string;
    readonly currency: string;
    readonly asOf: string;
  }[];
  bookings: ToldBooking[];
}

const FUND = { isin: 'IE00B4L5Y983', name: 'World Fund' };
const currency = 'EUR';

/** Bookings whose sums are the cash and the positions. */
export function tellLife(): Scenario {
  return {
    account: { id: 'A-1', currency, cash: '743.75' },
    positions: [{ ...FUND, quantity: '3', price: '90.25', currency, asOf: '2026-03-02' }],
    bookings: [
      { bookedOn: '2026-01-05', reference: 'R-1001', kind: 'DEPOSIT', amount: '1000.00', currency },
      {
        bookedOn: '2026-01-06',
        reference: 'R-1002',
        kind: 'BUY',
        ...FUND,
        quantity: '4',
        price: '85.50',
        value: '342.00',
        commission: '1.00',
        amount: '-343.00',
        currency,
      },
      { bookedOn: '2026-01-06', reference: 'R-1003', kind: 'NOTICE', amount: '0.00', currency },
      { bookedOn: '2026-02-02', reference: 'R-1004', kind: 'FEE', amount: '-2.50', currency },
      {
        bookedOn: '2026-03-02',
        reference: 'R-1005',
        kind: 'SELL',
        ...FUND,
        quantity: '1',
        price: '90.25',
        value: '90.25',
        commission: '1.00',
        amount: '89.25',
        currency,
      },
    ],
  };
}
