/** What can be held or traded. */
export interface Asset {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  readonly class: 'us_equity' | 'us_option' | 'crypto';
  readonly exchange: string;
  readonly cusip?: string;
  status: 'active' | 'inactive';
  /** About what one unit costs in USD, after all splits. */
  readonly price: number;
  /** `to` new units for `from` old ones, before the market opens on `date`. */
  readonly splits?: readonly { readonly date: string; readonly from: number; readonly to: number }[];
}

/** An execution, as the activities tell it. */
export interface FillActivity {
  readonly id: string;
  readonly activity_type: 'FILL';
  readonly transaction_time: string;
  readonly type: 'fill' | 'partial_fill';
  readonly price: string;
  readonly qty: string;
  readonly side: 'buy' | 'sell' | 'sell_short';
  readonly symbol: string;
  readonly leaves_qty: string;
  readonly order_id: string;
  readonly cum_qty: string;
  readonly order_status: 'filled' | 'partially_filled';
}

/** Any other booking. */
export interface NonTradeActivity {
  readonly id: string;
  readonly activity_type: string;
  readonly activity_sub_type?: string;
  readonly date: string;
  /** What `after` and `until` compare. */
  readonly created_at: string;
  readonly net_amount: string;
  readonly description?: string;
  readonly symbol?: string;
  readonly cusip?: string;
  readonly qty?: string;
  readonly per_share_amount?: string;
  readonly price?: string;
  readonly group_id?: string;
  readonly status: 'executed' | 'correct' | 'canceled';
}

export type Activity = FillActivity | NonTradeActivity;

/** Days on which the exchanges are closed, weekends apart; `YYYY-MM-DD`, US/Eastern. */
export type Holidays = readonly string[];

export function isFill(activity: Activity): activity is FillActivity {
  return activity.activity_type === 'FILL';
}

/** When an activity was recorded, in milliseconds since 1970-01-01T00:00:00Z. */
export function recordedAt(activity: Activity): number {
  return Date.parse(isFill(activity) ? activity.transaction_time : activity.created_at);
}
