import type { Activity } from '../scenario/facts.js';

/** The groups that stand for several types in a query. */
const GROUPS: Readonly<Record<string, (type: string) => boolean>> = {
  TRANS: (type) => type === 'CSD' || type === 'CSW',
  MISC: (type) => type !== 'FILL' && type !== 'CSD' && type !== 'CSW' && !type.startsWith('DIV'),
};

/** All types that the documentation names, those that only older pages know included. */
export const ACTIVITY_TYPES: ReadonlySet<string> = new Set(
  (
    'FILL TRANS MISC ACATC ACATS CFEE CGD CSD CSR CSW DIV DIVCGL DIVCGS DIVFEE DIVFT DIVNRA DIVROC DIVTW DIVTXEX ' +
    'FEE INT INTNRA INTTW JNL JNLC JNLS MA NC OPASN OPCA OPCSH OPEXC OPEXP OPTRD PTC PTR REORG SC SPIN SPLIT SSO ' +
    'SSP FOPT VOF WH'
  ).split(' '),
);

export function ofTypes({ activity_type: own }: Activity, types: readonly string[]): boolean {
  return types.some((type) => type === own || GROUPS[type]?.(own) === true);
}
