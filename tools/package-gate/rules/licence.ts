import type { Rule } from './rule.ts';

/** Whoever has a package knows what it is and what he may do with it. */
export const licence: Rule = {
  name: 'licence',
  check: ({ packageJson, files, read }) => [
    ...(packageJson['license'] === 'MIT' ? [] : ['"license" in package.json is not "MIT".']),
    ...(files.includes('LICENSE') && read('LICENSE').startsWith('MIT License')
      ? []
      : ['There is no LICENSE with the MIT licence: copy the one of the root.']),
    ...(typeof packageJson['description'] === 'string' ? [] : ['package.json has no "description".']),
  ],
};
