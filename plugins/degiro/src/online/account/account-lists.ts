import {
  isCurrency,
  type Account,
  type ListQuery,
  type Money,
  type Page,
  type PositionDraft,
} from '@bourse/sdk';
import { isZero, sum } from '../../statement/row/decimals.js';
import type { Fields } from '../json/fields.js';
import { refuseCursor } from '../movements/windows.js';
import type { Product } from '../products/product.js';
import type { Products } from '../products/products.js';
import { toCurrency } from '../products/in-currency.js';
import type { Client, Site } from '../site/site.js';
import { askPortfolio, askPositions } from './update-rows.js';

/** The account, and what it holds now. */
export class AccountLists {
  readonly #site: Site;
  readonly #products: Products;

  constructor(site: Site, products: Products) {
    this.#site = site;
    this.#products = products;
  }

  async listAccounts(query: ListQuery): Promise<Page<Account>> {
    refuseCursor(query);
    const client = await this.#site.client();
    if ((query.accountId ?? client.intAccount) !== client.intAccount) return { items: [] };
    const baseCurrency = await this.#site.baseCurrency();
    const rows = await askPortfolio(this.#site);
    const account: Account = {
      id: client.intAccount,
      ...(client.displayName === undefined ? {} : { name: client.displayName }),
      baseCurrency,
      cash: cashOf(rows),
      asOf: now(),
    };
    return { items: [account] };
  }

  async listPositions(query: ListQuery): Promise<Page<PositionDraft>> {
    refuseCursor(query);
    const client = await this.#site.client();
    if ((query.accountId ?? client.intAccount) !== client.intAccount) return { items: [] };
    // Positions that were closed stay as rows of size 0.
    const held = (await askPositions(this.#site)).filter((row) => !isZero(row.decimal('size')));
    const products = await this.#products.byIds(held.map((row) => row.text('id')));
    return { items: held.flatMap((row) => toPosition(row, products.get(row.text('id')), client)) };
  }
}

/** Cash stands in rows called `EUR`, and `FLATEX_EUR` for what lies at the bank. */
function cashOf(rows: readonly Fields[]): Money[] {
  const amounts = new Map<string, string[]>();
  for (const row of rows) {
    if (row.optionalText('positionType') !== 'CASH') continue;
    const currency = row.text('id').replace(/^FLATEX_/, '');
    if (!isCurrency(currency)) continue;
    amounts.set(currency, [...(amounts.get(currency) ?? []), row.decimal('size')]);
  }
  return [...amounts].map(([currency, parts]) => ({ currency, amount: sum(parts) }));
}

function toPosition(row: Fields, product: Product | undefined, { intAccount }: Client): PositionDraft[] {
  const unit = product?.unit;
  if (product === undefined || unit === undefined) return [];
  const price = row.optionalDecimal('price');
  const average = row.optionalDecimal('breakEvenPrice');
  const value = row.optionalDecimal('value');
  return [
    {
      accountId: intAccount,
      source: { section: 'position', part: product.id },
      instrument: { ...product.instrument },
      quantity: row.decimal('size'),
      currency: unit.currency,
      ...(average === undefined || isZero(average) ? {} : { averagePrice: toCurrency(average, unit) }),
      ...(price === undefined ? {} : { marketPrice: toCurrency(price, unit) }),
      ...(product.instrument.kind === 'BOND' ? { priceType: 'PERCENTAGE' } : {}),
      ...(value === undefined ? {} : { marketValue: toCurrency(value, unit) }),
      asOf: now(),
    },
  ];
}

function now(): string {
  return new Date().toISOString();
}
