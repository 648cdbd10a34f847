import { isIsin, type Instrument, type InstrumentKind } from '@bourse/sdk';
import type { Fields } from '../json/fields.js';
import { findUnit, type Unit } from '../../statement/row/money.js';

/** What the price feed knows a product by. */
export interface PriceKey {
  readonly type: 'issueid' | 'vwdkey';
  readonly id: string;
}

/** A product of the site. */
export interface Product {
  readonly id: string;
  readonly instrument: Instrument;
  /** Of its prices, which may be in hundredths; undefined where the site names a currency that does not exist. */
  readonly unit: Unit | undefined;
  readonly priceKey: PriceKey | undefined;
  /** Of the quotes, such as `D15` for a quarter of an hour late. */
  readonly feedQuality: string | undefined;
}

const KINDS: Readonly<Record<string, InstrumentKind>> = {
  STOCK: 'EQUITY',
  ETF: 'ETF',
  BOND: 'BOND',
  FUND: 'FUND',
  FUNDS: 'FUND',
  OPTION: 'OPTION',
  FUTURE: 'FUTURE',
  WARRANT: 'WARRANT',
  CFD: 'CFD',
  LEVERAGED: 'CERTIFICATE',
  CERTIFICATE: 'CERTIFICATE',
  CURRENCY: 'FX',
};

/** Kinds of which one contract is for several units. */
const CONTRACTS: ReadonlySet<InstrumentKind> = new Set(['OPTION', 'FUTURE']);

/**
 * Reads a product. Its id is no part of the instrument: an account's statement does not print it, and an instrument is
 * known by one key alone, so that both tell of the same one.
 */
export function readProduct(fields: Fields): Product {
  const isin = fields.optionalText('isin');
  const symbol = fields.optionalText('symbol');
  const unit = findUnit(fields.optionalText('currency') ?? '');
  const kind = KINDS[fields.optionalText('productType') ?? ''] ?? 'OTHER';
  const size = fields.optionalDecimal('contractSize');
  return {
    id: fields.text('id'),
    instrument: {
      kind,
      name: fields.text('name'),
      ...(symbol === undefined ? {} : { symbol }),
      ...(isin !== undefined && isIsin(isin) ? { isin } : {}),
      ...(unit === undefined ? {} : { currency: unit.currency }),
      ...(CONTRACTS.has(kind) && size !== undefined ? { multiplier: size } : {}),
    },
    unit,
    priceKey: readPriceKey(fields, '') ?? readPriceKey(fields, 'Secondary'),
    feedQuality: fields.optionalText('feedQuality'),
  };
}

function readPriceKey(fields: Fields, suffix: '' | 'Secondary'): PriceKey | undefined {
  const id = fields.optionalText(`vwdId${suffix}`);
  const type = fields.optionalText(`vwdIdentifierType${suffix}`);
  return id !== undefined && (type === 'issueid' || type === 'vwdkey') ? { type, id } : undefined;
}
