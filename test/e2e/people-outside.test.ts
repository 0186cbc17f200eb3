import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { makeFolder } from '../support/folder.ts';
import { sealLine } from '../support/sealing.ts';
import { openStage } from '../support/stage.ts';

/** The choir, its people in an office of their own. */
async function open(office: string = choirFiles['_people.yaml'], own: Readonly<Record<string, string>> = {}) {
  const { '_people.yaml': _, ...others } = choirFiles;
  const stage = await openStage({
    files: { ...others, ...own },
    world: choirWorld(),
    isUnmarked: true,
    terminal: { isInteractive: true },
    answer: 'yes',
  });
  onTestFinished(() => stage.close());
  const place = makeFolder({ 'people.yaml': office });
  const file = join(place, 'people.yaml');
  return { stage, place, run: (...argv: string[]) => stage.run(...argv, '--people', file) };
}

test('people from outside of the repository are planned and applied like all others', async () => {
  const { stage, run } = await open();
  expect((await run('validate')).code).toBe(exitCodes.ok);
  const before = await run('plan');
  const inside = await openStage({ files: choirFiles, world: choirWorld(), isUnmarked: true });
  onTestFinished(() => inside.close());
  const [first] = before.out.split('\n');
  expect((await inside.run('plan')).out.split('\n')).toContain(first);
  expect((await run('apply', '--yes')).code).toBe(exitCodes.ok);
  expect(stage.writes().length).toBeGreaterThan(0);
});

test('no digit of theirs and no folder of the machine gets into anything', async () => {
  const { stage, place, run } = await open();
  const reports = ['plan.md', 'plan.html', 'plan.json'].map((name) => stage.path(name));
  const [markdown = '', html = '', out = ''] = reports;
  const plan = await run('plan', '--markdown', markdown, '--html', html, '--out', out);
  const texts = await Promise.all(reports.map((report) => readFile(report, 'utf8')));
  const json = await run('plan', '--json');
  for (const text of [plan.out + plan.err, json.out, ...texts]) {
    expect(text).not.toContain(place);
    expect(text).not.toMatch(/90000[2-9]|••• \d{3}/);
  }
});

test('mistakes in it are told by its name, without a line of it', async () => {
  const { place, run } = await open('people:\n  ana: "+44 7700 900002"\n  budi: "+44 7"\n');
  const { code, err } = await run('validate');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('people.yaml:3:9');
  expect(err).not.toContain(place);
  expect(err).not.toContain('budi: "');
});

test('somebody who stands in the repository too is a conflict, whoever it is of the two', async () => {
  const { run } = await open(undefined, { '_people.yaml': 'people:\n  ana: "+44 7700 900002"\n' });
  const { code, err } = await run('validate');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('Two people with one handle');
});

test('a guess in the repository learns nothing of who has a number', async () => {
  const { run } = await open(undefined, { '_people.yaml': 'people:\n  probe: "+44 7700 900002"\n' });
  const { code, err } = await run('validate');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toContain('Which two they are is not said');
  expect(err).not.toMatch(/probe|`ana`/);
});

test('where numbers are sealed, plain ones may stand there', async () => {
  const policy = `${choirFiles['_policy.yaml']}${sealLine}\n`;
  const { run } = await open(`${choirFiles['_people.yaml']}\nteams:\n  guests: ["+44 7700 900031"]\n`, {
    '_policy.yaml': policy,
  });
  expect(await run('validate')).toMatchObject({ code: exitCodes.ok });
});

test('without it handles are unknown, and what may be missing is said', async () => {
  const { stage } = await open();
  const { code, err } = await stage.run('validate');
  expect(code).toBe(exitCodes.mistakes);
  expect(err).toMatch(/name their\s+file: `--people FILE`/);
});

test('forget takes somebody out of the repository and says where they still stand', async () => {
  const { stage, place, run } = await open();
  const { code, out } = await run('forget', 'budi');
  expect(code).toBe(exitCodes.ok);
  expect(out).toMatch(/people\.yaml:\d/);
  expect(await readFile(stage.path('groups/altos.yaml'), 'utf8')).not.toContain('budi');
  expect(await readFile(join(place, 'people.yaml'), 'utf8')).toBe(choirFiles['_people.yaml']);
});

test('a team outside is not written, so whoever is in it is not half forgotten', async () => {
  const { stage, run } = await open(`${choirFiles['_people.yaml']}\nteams:\n  friends: [budi]\n`, {
    'altos.yaml': `${choirFiles['altos.yaml']}\n`,
  });
  const before = await readFile(stage.path('groups/altos.yaml'), 'utf8');
  const { code, err } = await run('forget', 'budi');
  expect(code).toBe(exitCodes.usage);
  expect(err).toContain('The team `friends` in people.yaml:');
  expect(await readFile(stage.path('groups/altos.yaml'), 'utf8')).toBe(before);
});

test('a number in a team outside is as secret as anybody’s there', async () => {
  const { run } = await open('people: {}\nteams:\n  altos: ["+44 7700 900002", "+44 7700 900031"]\n', {
    'altos.yaml': 'id: 120363000000000001@g.us\nname: Altos\nmembers: [team:altos]\n',
    'basses.yaml': 'id: 120363000000000002@g.us\nname: Basses\n',
  });
  const { code, out, err } = await run('plan');
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain('joins');
  expect(out + err).not.toMatch(/••• \d{3}/);
});
