import { askKnip, dependencyRule } from './rules/dependencies.ts';
import { exports } from './rules/exports.ts';
import { files } from './rules/files.ts';
import { licence } from './rules/licence.ts';
import { pluginPackage } from './rules/plugin-package.ts';
import { published } from './rules/publint.ts';
import type { Rule } from './rules/rule.ts';
import { secrets } from './rules/secrets.ts';
import { size } from './rules/size.ts';
import { types } from './rules/types.ts';

/** All rules of the gate. */
export function listRules(): Rule[] {
  return [
    licence,
    files,
    exports,
    secrets,
    size(),
    pluginPackage,
    dependencyRule(askKnip()),
    published,
    types,
  ];
}
