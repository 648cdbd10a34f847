const MARK = ' (simulated)';

/** What simulated records of an institution are kept under, so that they never meet those that are real. */
export function simulatedInstitution(institution: string): string {
  return `${institution}${MARK}`;
}

/** Whether what is kept under an institution's name is simulated. */
export function isSimulated({ institution }: { readonly institution: string }): boolean {
  return institution.endsWith(MARK);
}
