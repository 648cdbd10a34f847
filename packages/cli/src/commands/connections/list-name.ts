const NAMES: Readonly<Record<string, string>> = {
  login: 'logging in',
  cashMovements: 'cash movements',
  corporateActions: 'corporate actions',
  fxRates: 'exchange rates',
};

/** What a list, or another step of a sync, is called for people. */
export function listName(name: string): string {
  return NAMES[name] ?? name;
}
