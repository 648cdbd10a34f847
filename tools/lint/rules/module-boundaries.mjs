import nx from '@nx/eslint-plugin';
import { LAYERS, tagOf } from '../layers.mjs';

const rule = nx.rules['enforce-module-boundaries'];

/** Nx's rule with messages that say why. */
export const moduleBoundaries = {
  ...rule,
  meta: {
    ...rule.meta,
    messages: {
      ...rule.meta.messages,
      onlyTagsConstraintViolation: `${rule.meta.messages.onlyTagsConstraintViolation}: {{why}}`,
      noRelativeOrAbsoluteImportsAcrossLibraries: `${rule.meta.messages.noRelativeOrAbsoluteImportsAcrossLibraries}: a package is reached by its name and its exports, as after publishing.`,
    },
  },
  create(context) {
    return rule.create(
      Object.create(context, { report: { value: (finding) => context.report(withReason(finding)) } }),
    );
  },
};

function withReason(finding) {
  const why = LAYERS.find(({ layer }) => tagOf(layer) === finding.data?.sourceTag)?.why;
  return why === undefined ? finding : { ...finding, data: { ...finding.data, why } };
}
