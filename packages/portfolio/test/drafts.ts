import type {
  CashMovementDraft,
  CorporateActionDraft,
  DividendDraft,
  FeeDraft,
  FxRate,
  Instrument,
  PositionDraft,
  TransactionDraft,
  TransferDraft,
} from '@bourse/core/interfaces';

/** An instrument of the invented broker Acme. */
export function stock(symbol: string, more: Partial<Instrument> = {}): Instrument {
  return { kind: 'EQUITY', name: `${symbol} Inc.`, symbol, currency: 'EUR', brokerId: symbol, ...more };
}

type TradeTerms = Partial<TransactionDraft> & Pick<TransactionDraft, 'quantity' | 'price' | 'tradeDate'>;

/** A purchase without charges at its price, unless the terms say otherwise. */
export function buy(instrument: Instrument, terms: TradeTerms): TransactionDraft {
  return trade('BUY', instrument, terms);
}

export function sell(instrument: Instrument, terms: TradeTerms): TransactionDraft {
  return trade('SELL', instrument, terms);
}

function trade(side: 'BUY' | 'SELL', instrument: Instrument, terms: TradeTerms): TransactionDraft {
  const currency = terms.currency ?? instrument.currency ?? 'EUR';
  const gross = terms.grossAmount ?? times(terms.quantity, terms.price ?? '0');
  return {
    accountId: 'A1',
    instrument,
    side,
    currency,
    grossAmount: gross,
    charges: [],
    netAmount: { amount: side === 'BUY' ? negated(gross) : gross, currency },
    status: 'BOOKED',
    source: {},
    ...terms,
  };
}

/** What an authority says that a euro was worth on a day. */
export function referenceRate(date: string, quote: string): FxRate {
  return { base: 'EUR', quote, rate: '1.1', source: 'REFERENCE', date };
}

export function cashMovement(
  terms: Partial<CashMovementDraft> & Pick<CashMovementDraft, 'type' | 'money' | 'date'>,
): CashMovementDraft {
  return { accountId: 'A1', status: 'BOOKED', description: terms.type, source: {}, ...terms };
}

export function transfer(
  instrument: Instrument,
  terms: Partial<TransferDraft> & Pick<TransferDraft, 'type' | 'quantity' | 'date'>,
): TransferDraft {
  return {
    accountId: 'A1',
    instrument,
    status: 'BOOKED',
    charges: [],
    description: terms.type,
    source: {},
    ...terms,
  };
}

export function dividend(
  instrument: Instrument,
  terms: Partial<DividendDraft> & Pick<DividendDraft, 'gross' | 'net' | 'date'>,
): DividendDraft {
  return {
    accountId: 'A1',
    instrument,
    kind: 'CASH',
    status: 'PAID',
    currency: instrument.currency ?? 'EUR',
    withholdings: [],
    charges: [],
    source: {},
    ...terms,
  };
}

export function fee(terms: Partial<FeeDraft> & Pick<FeeDraft, 'money' | 'date'>): FeeDraft {
  return { accountId: 'A1', kind: 'ACCOUNT', status: 'BOOKED', description: 'fee', source: {}, ...terms };
}

export function corporateAction(
  terms: Partial<CorporateActionDraft> & Pick<CorporateActionDraft, 'type' | 'legs' | 'date'>,
): CorporateActionDraft {
  return { accountId: 'A1', status: 'BOOKED', cash: [], description: terms.type, source: {}, ...terms };
}

export function position(
  instrument: Instrument,
  terms: Partial<PositionDraft> & Pick<PositionDraft, 'quantity' | 'asOf'>,
): PositionDraft {
  return { accountId: 'A1', instrument, currency: instrument.currency ?? 'EUR', source: {}, ...terms };
}

/** Exact for the few digits that tests use. */
function times(left: string, right: string): string {
  const digits = (text: string) => (text.split('.')[1] ?? '').length;
  const scale = digits(left) + digits(right);
  const units = BigInt(left.replace('.', '')) * BigInt(right.replace('.', ''));
  const text = units.toString().padStart(scale + 1, '0');
  if (scale === 0) return text;
  return `${text.slice(0, -scale)}.${text.slice(-scale)}`.replace(/\.?0+$/, '');
}

function negated(amount: string): string {
  return amount === '0' ? '0' : `-${amount}`;
}
