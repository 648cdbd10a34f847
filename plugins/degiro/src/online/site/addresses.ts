import type { Fields } from '../json/fields.js';

/** Where DEGIRO is. A development connection leads elsewhere by itself. */
export const SITE = 'https://trader.degiro.nl';
export const QUOTECAST = 'https://degiro.quotecast.vwdservices.com';
export const CHARTING = 'https://charting.vwdservices.com';

/** The services of the site, each with a slash at the end. */
export interface Services {
  readonly trading: string;
  readonly pa: string;
  readonly reporting: string;
  readonly productSearch: string;
}

/** Where they were when this was written. */
const USUAL: Services = {
  trading: `${SITE}/trading/secure/`,
  pa: `${SITE}/pa/secure/`,
  reporting: `${SITE}/portfolio-reports/secure/`,
  productSearch: `${SITE}/product_search/secure/`,
};

/** The services as the site's configuration names them; what lies elsewhere than on the site is not followed. */
export function readServices(configuration: Fields): Services {
  const find = (name: string, usual: string): string => {
    const url = configuration.optionalText(name);
    return url?.startsWith(`${SITE}/`) === true ? `${url.replace(/\/+$/, '')}/` : usual;
  };
  return {
    trading: find('tradingUrl', USUAL.trading),
    pa: find('paUrl', USUAL.pa),
    reporting: find('reportingUrl', USUAL.reporting),
    productSearch: find('productSearchUrl', USUAL.productSearch),
  };
}
