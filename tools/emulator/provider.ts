/** A statement in the folder `demo` of a plugin. */
interface DemoStatement {
  readonly name: string;
  readonly format: string;
  /** The account that it is of, where it names none. */
  readonly accountName?: string;
}

/** A plugin that asks its institution, and how it is set up here. */
export interface Provider {
  readonly plugin: string;
  readonly settings: Readonly<Record<string, boolean>>;
  /** The emulator's clock; that of this machine unless told. */
  readonly clock?: () => number;
  /** Changes the scenario of the emulator before anything is asked. */
  readonly prepare?: (scenario: unknown) => void;
  /** Absent where the plugin reads no files. */
  readonly statement?: DemoStatement;
}
