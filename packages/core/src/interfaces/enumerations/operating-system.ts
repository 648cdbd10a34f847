/** Operating systems as Node names them. */
export const OPERATING_SYSTEMS = ['linux', 'darwin', 'win32'] as const;

/** One of {@link OPERATING_SYSTEMS}. */
export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number];
