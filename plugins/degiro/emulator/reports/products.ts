import { json, UndocumentedRequest, type Call } from '@bourse/sdk/emulator';
import type { Product } from '../scenario/scenario.js';
import { guarded } from '../session/authorize.js';
import type { Route } from '../world.js';

/** Ids in one call that are known to be taken. */
const BATCH_MAX = 500;

const DICTIONARY = {
  exchanges: [
    { id: 200, name: 'Euronext Amsterdam', micCode: 'XAMS', hiqAbbr: 'EAM', country: 'NL' },
    { id: 663, name: 'NASDAQ', micCode: 'XNAS', hiqAbbr: 'NDQ', country: 'US' },
    { id: 570, name: 'London Stock Exchange', micCode: 'XLON', hiqAbbr: 'LSE', country: 'GB' },
    { id: 710, name: 'Euronext Paris', micCode: 'XPAR', hiqAbbr: 'EPA', country: 'FR' },
    { id: 194, name: 'XETRA', micCode: 'XETR', hiqAbbr: 'XET', country: 'DE' },
  ],
  countries: [{ id: 528, name: 'NL' }],
  regions: [{ id: 1, name: 'Europe' }],
  productTypes: [
    { id: 1, name: 'STOCK', contractType: 'S' },
    { id: 131, name: 'ETF', contractType: 'E' },
  ],
};

export const productRoutes: readonly Route[] = [
  {
    name: 'productsInfo',
    method: 'POST',
    path: '/product_search/secure/v5/products/info',
    answer: guarded({ session: 'query', account: 'query' }, (call, { scenario }) => {
      const ids = idsOf(call);
      const found = scenario.products.filter(({ id }) => ids.includes(id));
      return json({ data: Object.fromEntries(found.map((product) => [product.id, toInfo(product)])) });
    }),
  },
  {
    name: 'productLookup',
    method: 'GET',
    path: '/product_search/secure/v5/products/lookup',
    answer: guarded({ session: 'query', account: 'query' }, (call, { scenario }) => {
      const wanted = (call.query.get('searchText') ?? '').toUpperCase();
      const limit = Number(call.query.get('limit') ?? '10');
      const offset = Number(call.query.get('offset') ?? '0');
      const products = scenario.products
        .filter(({ name, isin, symbol }) =>
          [name, isin, symbol].some((text) => text.toUpperCase().includes(wanted)),
        )
        .slice(offset, offset + limit);
      return json({ offset, products: products.map(toInfo) });
    }),
  },
  // The second one is what the configuration names.
  ...['/productsearch/secure/v1/config/dictionary', '/product_search/config/dictionary/'].map(
    (path): Route => ({
      name: 'dictionary',
      method: 'GET',
      path,
      answer: guarded({ session: 'query' }, () => json(DICTIONARY)),
    }),
  ),
];

function idsOf(call: Call): string[] {
  const ids = call.json();
  if (!Array.isArray(ids) || ids.length > BATCH_MAX || !ids.every((id) => typeof id === 'string')) {
    throw new UndocumentedRequest('products are asked for by a list of ids, as text');
  }
  return ids;
}

function toInfo(product: Product): object {
  const { vwdIdSecondary, closePrice, ...known } = product;
  return {
    ...known,
    contractSize: 1,
    productTypeId: product.productType === 'ETF' ? 131 : 1,
    closePrice: Number(closePrice),
    active: true,
    category: 'A',
    feedQuality: product.vwdIdentifierType === 'vwdkey' ? 'BT' : 'D15',
    ...(vwdIdSecondary === undefined
      ? {}
      : { vwdIdSecondary, vwdIdentifierTypeSecondary: 'issueid', feedQualitySecondary: 'D15' }),
  };
}
