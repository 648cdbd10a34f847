/** One element of a Flex document. Dates are `yyyyMMdd`, times `yyyyMMdd;HHmmss` of New York. */
export interface FlexElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly FlexElement[];
}

/** All elements of a name, at any depth, in document order. */
export function findElements(element: FlexElement, name: string): FlexElement[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((child) => findElements(child, name))];
}
