/** What a plugin does against the contract. */
export class ContractViolation extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ContractViolation';
  }
}

/** Fails the case unless `condition` holds. */
export function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new ContractViolation(message);
}
