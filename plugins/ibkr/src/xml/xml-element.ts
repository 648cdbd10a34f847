/** Attributes by name, as the parser made them: an object without prototype. */
export type Attributes = Readonly<Record<string, string>>;

/** One element of a document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  /** Line on which the element begins, the first line being 1. */
  readonly line: number;
  /** The root has depth 1. */
  readonly depth: number;
  /** What is wrong with its tag, where something is; some attributes may then be missing. */
  readonly fault?: string;
}

/** Something wrong with the document outside of a start tag. */
export interface XmlFault {
  readonly line: number;
  readonly message: string;
}

/** Is told what a document holds, in document order. */
export interface XmlHandler {
  /** An element begins. Not told of elements whose tag never ends. */
  start(element: XmlElement): void;
  /** An element has ended that holds no other element; also one whose tag never ended. */
  leaf(element: XmlElement): void;
  /** An element has ended that holds others. */
  end(element: XmlElement): void;
  fault(fault: XmlFault): void;
}
