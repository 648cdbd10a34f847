import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Canceled, type Interviewer } from './interviewer.js';
import { runCommand } from './run-command.js';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'bourse-create-'));
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

async function run(args: readonly string[], interviewer?: Interviewer) {
  let [output, complaint] = ['', ''];
  const installed: string[] = [];
  const code = await runCommand(args, {
    folder: base,
    write: (text) => (output += text),
    complain: (text) => (complaint += text),
    interviewer,
    installing: ['npm install'],
    knowingBourse: ['bourse() { true; }'],
    install: async (folder) => void installed.push(folder),
  });
  return { code, output, complaint, installed };
}

/** Gives the answers in their order. */
function answering(...answers: readonly unknown[]): Interviewer & { readonly asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  const next = async (question: string): Promise<never> => {
    asked.push(question);
    const answer = left.shift();
    if (answer === undefined) throw new Canceled();
    return answer as never;
  };
  return {
    asked,
    text: async (question, _, check) => {
      const text: string = await next(question);
      return check(text) === undefined ? text : next(question);
    },
    one: next,
    some: next,
    yes: next,
  };
}

describe('without questions', () => {
  test('a plugin is made, and what to do next is told', async () => {
    const { code, output } = await run(['acme', '--yes']);
    expect(code).toBe(0);
    expect(output).toMatch(/^Made bourse-plugin-acme, a broker for Acme, in acme: \d+ files\.\n/);
    expect(output).toContain(
      '  npm install\n  npm run check\n  bourse() { true; }\n  bourse plugins add .\n',
    );
    expect(JSON.parse(readFileSync(join(base, 'acme', 'plugin.json'), 'utf8'))).toMatchObject({ id: 'acme' });
  });

  test('everything can be said, and told as JSON', async () => {
    const { code, output, installed } = await run([
      ...['--id', 'acme', '--type', 'data-provider', '--needs', 'network, credentials'],
      ...['--institution', 'Acme Rates', '--install', '--yes', '--json'],
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      id: 'acme',
      packageName: 'bourse-plugin-acme',
      type: 'data-provider',
      institution: 'Acme Rates',
      needs: ['network', 'credentials'],
      folder: join(base, 'acme'),
      files: expect.arrayContaining(['plugin.json']),
      next: expect.not.arrayContaining(['npm install']),
    });
    expect(installed).toEqual([join(base, 'acme')]);
  });

  test.each([
    [['--yes'], 'ANSWER_MISSING'],
    [['acme'], 'ANSWER_MISSING'],
    [['../acme', '--yes'], 'NAME_INVALID'],
    [['con', '--yes'], 'NAME_RESERVED'],
    [['acme', '--type', 'strategy', '--yes'], 'TYPE_NOT_YET_SERVED'],
    [['acme', '--needs', 'credentials', '--yes'], 'NEEDS_INVALID'],
  ])('%j writes nothing and says why', async (args, code) => {
    const { complaint, ...said } = await run(args);
    expect([said.code, complaint.split(':')[0]]).toEqual([1, `error ${code}`]);
    expect(JSON.parse((await run([...args, '--json'])).output)).toEqual({
      error: { code, message: expect.any(String), remedy: expect.any(String) },
    });
    expect(readdirSync(base)).toEqual([]);
  });

  test('a second plugin of the same name is refused, and the first stays', async () => {
    await run(['acme', '--yes']);
    const before = readdirSync(join(base, 'acme'));
    expect(await run(['acme', '--yes'])).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('NAME_TAKEN'),
    });
    expect(readdirSync(join(base, 'acme'))).toEqual(before);
  });

  test.each([[['a', 'b']], [['acme', '--id', 'acme']], [['--what']], [['--type']]])(
    '%j is not understood',
    async (args) => {
      expect(await run(args)).toMatchObject({
        code: 2,
        complaint: expect.stringContaining('COMMAND_LINE_INVALID'),
      });
    },
  );

  test('the command explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('--needs <list>'),
    });
  });
});

describe('with questions', () => {
  test('all is asked for', async () => {
    const interviewer = answering('acme', 'broker', ['statement', 'network'], true, 'Acme Bank');
    const { code, output } = await run(['--json'], interviewer);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      id: 'acme',
      needs: ['statement', 'network', 'credentials'],
      institution: 'Acme Bank',
    });
    expect(interviewer.asked).toHaveLength(5);
  });

  test('only what was not said is asked for', async () => {
    const interviewer = answering('Acme');
    expect(await run(['acme', '--type', 'broker', '--needs', 'statement'], interviewer)).toMatchObject({
      code: 0,
    });
    expect(interviewer.asked).toEqual([expect.stringContaining('institution')]);
  });

  test('a name that cannot be is asked for once more', async () => {
    const interviewer = answering('../acme', 'acme', 'data-provider', false, 'Acme');
    expect(await run([], interviewer)).toMatchObject({ code: 0 });
    expect(existsSync(join(base, 'acme'))).toBe(true);
  });

  test('a name that was said and cannot be is refused before anything is asked', async () => {
    const interviewer = answering();
    expect(await run(['../acme'], interviewer)).toMatchObject({ code: 1 });
    expect(interviewer.asked).toEqual([]);
  });

  test('who goes away leaves nothing', async () => {
    expect(await run([], answering('acme', 'broker'))).toEqual({
      code: 1,
      output: '',
      complaint: 'Canceled; nothing was written.\n',
      installed: [],
    });
    expect(readdirSync(base)).toEqual([]);
  });
});
