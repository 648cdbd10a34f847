import { z } from 'zod';

/**
 * Who allowed a version of a plugin: the user, a release that lists its digest, an update that asked for no more, or its
 * author at work, for as long as he works on it.
 */
const APPROVERS = ['user', 'release', 'update', 'development'] as const;

export type Approver = (typeof APPROVERS)[number];

/** One approval of one version. */
export interface Approval {
  readonly digest: string;
  readonly version: string;
  /** The permissions that were granted, by their ids. */
  readonly permissions: readonly string[];
  /** What it asks for and the user has left out, by id. */
  readonly declined: readonly string[];
  readonly source: string;
  readonly approvedBy: Approver;
  readonly approvedAt: string;
  /** The user went back behind it. */
  readonly leftBehind?: true;
}

const ApprovalRow = z.object({
  digest: z.string(),
  version: z.string(),
  permissions: z.string(),
  declined: z.string(),
  source: z.string(),
  approved_by: z.enum(APPROVERS),
  approved_at: z.string(),
  left_behind: z.number(),
});

/** @param row Of the table `approval` */
export function toApproval(row: unknown): Approval {
  const { digest, version, permissions, declined, source, approved_by, approved_at, left_behind } =
    ApprovalRow.parse(row);
  return {
    digest,
    version,
    permissions: z.array(z.string()).parse(JSON.parse(permissions)),
    declined: z.array(z.string()).parse(JSON.parse(declined)),
    source,
    approvedBy: approved_by,
    approvedAt: approved_at,
    ...(left_behind === 1 ? { leftBehind: true } : {}),
  };
}
