import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import type { Stage, StageOptions } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

async function open(options: Partial<StageOptions> = {}): Promise<Stage> {
  stage = await openStage({ files: choirFiles, world: choirWorld(), ...options });
  return stage;
}

const read = (file: string) => readFileSync(stage?.path(`groups/${file}`) ?? '', 'utf8');
const { 'altos.yaml': altos, 'basses.yaml': basses } = choirFiles;

describe('files follow their groups', () => {
  test('and the plan is empty then, and a second run changes nothing', async () => {
    const { run, writes } = await open();
    const { code, out } = await run('adopt', '--yes');
    expect([code, out]).toEqual([exitCodes.ok, expect.stringContaining('+name: "Altoz"')]);
    expect(read('altos.yaml')).toBe(
      altos
        .replace('name: Altos', 'name: "Altoz"')
        .replace('Thursdays 19:00', '""')
        .replace('citra', '"+447700900009"')
        .replace('[ana]', '[budi]'),
    );
    expect(read('basses.yaml')).toBe(basses.replace('Basses', '"Bases"'));
    expect((await run('plan', '--detailed-exitcode')).code).toBe(exitCodes.ok);
    expect(await run('adopt')).toMatchObject({ code: exitCodes.ok, out: 'Nothing to take over.\n' });
    expect(writes()).toEqual([]);
  });

  test('in what is asked for alone, and for the groups that are named', async () => {
    const { run } = await open();
    await run('adopt', '--yes', '--settings', '--target', 'altos.yaml');
    expect(read('altos.yaml')).toContain('members: [ana, budi, citra]\nadmins: [ana]\n');
    expect(read('altos.yaml')).toContain('name: "Altoz"');
    expect(read('basses.yaml')).toBe(basses);
  });

  test('without being named where nobody can be told to be missing', async () => {
    const files = { ...choirFiles, 'altos.yaml': altos.replace('000001@', '000009@') };
    const { run } = await open({ files });
    const { code, out } = await run('adopt', '--yes');
    expect([code, out]).toEqual([exitCodes.failed, expect.stringContaining('Could not be read')]);
    expect(read('altos.yaml')).toBe(files['altos.yaml']);
    expect(read('basses.yaml')).not.toBe(basses);
  });

  test('but those that only watch', async () => {
    const files = { ...choirFiles, 'altos.yaml': `${altos}manage: observe\n` };
    const { run } = await open({ files });
    const { code, out } = await run('adopt', '--yes', '--target', 'altos.yaml');
    expect([code, out]).toEqual([exitCodes.ok, expect.stringContaining('manage: observe')]);
    expect(read('altos.yaml')).toBe(files['altos.yaml']);
  });
});

describe('nothing is written', () => {
  test.each<
    [what: string, options: Partial<StageOptions>, flags: readonly string[], err: RegExp, code: number]
  >([
    ['where nobody can be asked', {}, [], /give --yes/, exitCodes.incomplete],
    [
      'on another answer',
      { terminal: { isInteractive: true }, answer: 'y' },
      [],
      /Nothing was written/,
      exitCodes.incomplete,
    ],
    ['on no answer', { terminal: { isInteractive: true } }, [], /Nothing was written/, exitCodes.incomplete],
  ])('%s', async (_, options, flags, err, code) => {
    const { run } = await open(options);
    const done = await run('adopt', ...flags);
    expect({ ...done, out: done.out.includes('+name: "Altoz"') }).toEqual({
      code,
      out: true,
      err: expect.stringMatching(err),
    });
    expect([read('altos.yaml'), read('basses.yaml')]).toEqual([altos, basses]);
  });

  test('into a file that somebody edits while the question waits; the others are written', async () => {
    const edited = `${altos}# mine\n`;
    const { run } = await open({
      terminal: { isInteractive: true },
      answer: () => {
        writeFileSync(stage?.path('groups/altos.yaml') ?? '', edited);
        return 'yes';
      },
    });
    const { code, err } = await run('adopt');
    expect([code, err]).toEqual([
      exitCodes.failed,
      expect.stringContaining('somebody has changed it meanwhile'),
    ]);
    expect(read('altos.yaml')).toBe(edited);
    expect(read('basses.yaml')).not.toBe(basses);
  });

  test('of what an embedded sandbox made up', async () => {
    const { run } = await open({ env: { ROLLCALL_URL: '' } });
    const { code, err } = await run('adopt', '--sandbox', '--yes');
    expect([code, err]).toEqual([
      exitCodes.ok,
      expect.stringContaining('nothing in this sandbox was read from WhatsApp'),
    ]);
    expect([read('altos.yaml'), read('basses.yaml')]).toEqual([altos, basses]);
  });
});

test('a yes in the language of the policy is one, and numbers are masked', async () => {
  const files = { ...choirFiles, '_policy.yaml': `${choirFiles['_policy.yaml']}language: id\n` };
  const { run } = await open({ files, terminal: { isInteractive: true }, answer: 'ya' });
  const { code, out } = await run('adopt');
  expect([code, out]).toEqual([exitCodes.ok, expect.stringContaining('berkas ditulis')]);
  expect(out).not.toContain('447700900009');
  expect(read('altos.yaml')).toContain('447700900009');
  expect(existsSync(stage?.path('groups/photos') ?? '')).toBe(false);
});
