/** What a cell may use before it is stopped. Times in milliseconds. */
export interface CellLimits {
  /** V8's heap; does not count ArrayBuffers. */
  readonly heapMegabytes: number;
  /** The whole process. */
  readonly rssMegabytes: number;
  readonly callMs: number;
  readonly loadMs: number;
  readonly activateMs: number;
  readonly deactivateMs: number;
  /** From spawn to the first message. */
  readonly startMs: number;
  /** A cell that has not answered a ping for so long is unresponsive. */
  readonly unresponsiveMs: number;
  /** A cell without an open call may use a quarter of a processor over this time. */
  readonly idleCpuMs: number;
  /** The share of a processor that a cell without an open call may use over that time. */
  readonly idleCpuShare: number;
  /** The longest that one stream may take in all. */
  readonly streamMs: number;
}

export const DEFAULT_LIMITS: CellLimits = {
  heapMegabytes: 160,
  rssMegabytes: 256,
  callMs: 30_000,
  loadMs: 10_000,
  activateMs: 10_000,
  deactivateMs: 2_000,
  startMs: 10_000,
  unresponsiveMs: 3_000,
  idleCpuMs: 10_000,
  idleCpuShare: 0.25,
  streamMs: 600_000,
};
