/** What the login does, and what the institution's site is like on that day. All of it may change while a test runs. */
export interface LoginScenario {
  secondFactor: 'NONE' | 'TOTP' | 'IN_APP';
  /** What the user did in the app; after `approveAfterPolls` polls PENDING becomes APPROVED. */
  approval: 'PENDING' | 'APPROVED';
  /** Absent where nobody ever looks at the phone. */
  approveAfterPolls?: number;
  /** Wrong logins in a row; success sets it back. */
  failures: number;
  /** So many wrong logins lock the account. */
  lockAfter: number;
  locked: boolean;
  captchaRequired: boolean;
  /** Statuses that no source tells for certain. */
  totpStatus: number;
  lockedStatus: number;
  captchaStatus: number;
}

/** A product as the site lists it. */
export interface Product {
  id: string;
  name: string;
  isin: string;
  symbol: string;
  /** As quoted; may be a minor unit such as GBX. */
  currency: string;
  productType: 'STOCK' | 'ETF';
  exchangeId: string;
  closePrice: string;
  closePriceDate: string;
  tradable: boolean;
  vwdId: string;
  vwdIdentifierType: 'issueid' | 'vwdkey';
  /** A numeric one beside a key of letters. */
  vwdIdSecondary?: string;
}

/** One row of the account, as it is booked; texts are English here and are translated for the account. */
export interface Booking {
  id: number;
  /** Local date and time in Amsterdam, such as 2025-01-20T15:31:00. */
  at: string;
  valueDate: string;
  productId?: string;
  /** As the statement prints it; also for rows of products that the site does not list. */
  product: string;
  isin: string;
  description: string;
  rate: string;
  amount?: string;
  currency: string;
  /** After the row, in `balanceCurrency`. */
  balance: string;
  balanceCurrency: string;
  orderId?: string;
}

/** A dividend that is announced; amounts as the site prints them. */
export interface UpcomingDividend {
  caId: string;
  product: string;
  description: string;
  currency: string;
  amount: string;
  amountInBaseCurr: string;
  payDate: string;
}

/** An order that is open. */
export interface OpenOrder {
  id: string;
  productId: string;
  buysell: 'B' | 'S';
  size: number;
  price: string;
}

/** One life of an account: the single truth behind every view of the protocol. */
export interface DegiroScenario {
  intAccount: number;
  clientId: number;
  displayName: string;
  /** Of the account: descriptions and statements are in it. */
  language: 'en' | 'nl' | 'de';
  baseCurrency: string;
  login: LoginScenario;
  /** GET and POST of the login answer with the page of the scheduled maintenance. */
  maintenance: boolean;
  /** The content delivery network has had enough of this client. */
  throttled: boolean;
  /** Milliseconds that a session lives without a call. */
  idleMilliseconds: number;
  /** Where the configuration says that the services are; paths of the site itself. */
  services: { trading: string; pa: string; reporting: string; productSearch: string };
  products: Product[];
  /** The newest first, as the site lists them. */
  bookings: Booking[];
  /** Positions that were closed before the first booking; they stay as rows of size 0. */
  closedProductIds: string[];
  upcoming: UpcomingDividend[];
  orders: OpenOrder[];
  /** Parts of a trade's value that AutoFX costs. */
  autoFxFraction: string;
  quotecast: { heartbeatMilliseconds: number; sessionMilliseconds: number };
}
