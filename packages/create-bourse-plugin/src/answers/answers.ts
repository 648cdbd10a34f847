import type { PluginNames } from '../names/plugin-names.js';

/** What a plugin may need from its user: files, the network, credentials for it. */
export const NEEDS = ['statement', 'network', 'credentials'] as const;

export type Need = (typeof NEEDS)[number];

/** The types that there are templates for: all that the contract serves. */
export type TemplateType = 'broker' | 'data-provider';

/** What has to be known of a plugin before its folder is written. */
export interface Answers extends PluginNames {
  readonly type: TemplateType;
  /** Whose accounts or data these are, as people write it. */
  readonly institution: string;
  readonly needs: ReadonlySet<Need>;
}
