export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Orders what records gave by date, then by the record's id, so that the order of imports never shows. */
export function byDateAndRecord(
  left: { readonly date: string; readonly recordId: string },
  right: { readonly date: string; readonly recordId: string },
): number {
  return compareText(left.date, right.date) || compareText(left.recordId, right.recordId);
}
