/** Reads a JSON text of the ledger. The contract's schemas were checked before it was stored, and only this package writes there. */
export function parseStored<Stored>(json: string): Stored {
  return JSON.parse(json) as Stored;
}
