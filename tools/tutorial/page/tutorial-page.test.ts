import { expect, test } from '@jest/globals';
import { completeAnswers, renderPlugin } from 'create-bourse-plugin';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../root.ts';
import { changeText } from './change-text.ts';
import { readSteps } from './read-steps.ts';

const CREATES = /^npm create bourse-plugin (\S+) -- --institution "([^"]+)" --needs (\S+)/;
const steps = readSteps(readFileSync(join(ROOT, 'docs', 'tutorial.md'), 'utf8'));

test('each change of docs/tutorial.md fits what the template makes', () => {
  const create = steps.map((step) => (step.kind === 'command' ? CREATES.exec(step.command) : null));
  const [, name = '', institution = '', needs = ''] = create.find((found) => found !== null) ?? [];
  const files = new Map(
    renderPlugin(completeAnswers({ name, institution, needs: needs.split(',') }, new Set())),
  );
  const changes = steps.filter((step) => step.kind === 'changes');
  for (const { file, content } of changes) files.set(file, changeText(files.get(file) ?? '', content));
  expect(changes.length).toBeGreaterThan(10);
});
