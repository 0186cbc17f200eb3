import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Draw } from '../support/draw.ts';
import { createDraw } from '../support/draw.ts';
import { makeFolder } from '../support/folder.ts';
import { createRepository } from '../support/repository.ts';
import { drawNumber, handles, toSealedFiles, toSealedWorld } from '../support/sealed-draw.ts';
import { peopleKeyEnv, sealLine } from '../support/sealing.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

/*
 * An organisation whose people are sealed is planned, applied and asked about in every way, with a server that repeats their
 * numbers wherever it can. Nothing that is printed, and no file that is written, has three digits of one of them in a row.
 */

const day = 86_400_000;

/** Three digits in a row of what only sealed numbers have; the stage's own folder and port left out. */
function findLeaks(text: string, { folder, sandbox }: Stage): readonly string[] {
  const own = text.replaceAll(folder, '').replaceAll(new URL(sandbox.url).host, '');
  return own.split('\n').filter((line) => /[789]{3}/.test(line));
}

async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // The memory's key is drawn at random: it may have three digits in a row, which are nobody's.
  const files = entries.filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('.git') && entry.name !== 'key',
  );
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path, await readFile(path, 'latin1')] as const;
      }),
    ),
  );
}

/** Everything that can be asked, in the order of a working week. */
const commands: readonly (readonly string[])[] = [
  ['validate'],
  ['validate', '--json'],
  ['validate', '--show-phones'],
  ['apply', '--new-journal'],
  ['plan', '--base', 'main', '--markdown', 'plan.md', '--html', 'plan.html', '--out', 'plan.json'],
  ['plan', '--base', 'main', '--json'],
  ['plan', '--base', 'main', '--show-phones'],
  ['who', 'ana'],
  ['who', 'ana', '--json'],
  ['adopt', '--members', '--admins'],
  ['apply', 'plan.json', '--report', 'report.json', '--debug'],
  ['apply', '--yes', '--markdown', 'applied.md', '--html', 'applied.html'],
  ['approvals'],
  ['approvals', '--json'],
  ['status'],
  ['groups'],
  ['groups', '--json'],
  ['groups', '--show-phones'],
  ['invite', 'g0.yaml'],
  ['plan', '--json'],
  ['forget', 'budi'],
  ['seal', 'ana'],
  ['seal', '--all'],
  ['seal', '--open'],
  ['seal', '--rotate'],
  ['keygen'],
  ['import', '--dry-run', '--all', '--contacts'],
  ['import', '--dry-run', '--all', '--show-phones'],
  ['fmt', '--check'],
];

async function runWeek(stage: Stage, clock: { sleep: (milliseconds: number) => Promise<void> }) {
  const leaks: string[] = [];
  for (const command of commands) {
    const argv = command.map((each) => (/\.(?:md|html|json)$/.test(each) ? stage.path(each) : each));
    const state = /^(?:plan|apply|who|status|approvals|forget)$/.test(command[0] ?? '');
    const takesState = state && command[0] !== 'who';
    const { out, err } = await stage.run(...argv, ...(takesState ? ['--state', stage.path('memory')] : []));
    leaks.push(...findLeaks(out + err, stage).map((line) => `${command.join(' ')}: ${line}`));
    await clock.sleep(day / 4);
  }
  return leaks;
}

/** The same, the people in plain text in a file outside of the repository. */
async function toFilesOutside(draw: Draw, numbers: ReadonlyMap<string, string>) {
  const { '_people.yaml': _, ...others } = await toSealedFiles(draw, numbers);
  const people = [...numbers].map(([handle, number]) =>
    draw.chance(0.5)
      ? `  ${handle}: "+${number}"`
      : `  ${handle}: { phone: "+${number}", name: "N ${handle}" }`,
  );
  const policy = others['_policy.yaml'].replace(sealLine, '');
  return { files: { ...others, '_policy.yaml': policy }, people: `people:\n${people.join('\n')}\n` };
}

test.each([7, 8, 9])('nor one of somebody who is kept outside of the repository (seed %s)', async (seed) => {
  const draw = createDraw(seed);
  const numbers = new Map(handles.map((handle) => [handle, drawNumber(draw)]));
  const clock = createTestClock();
  const { files, people } = await toFilesOutside(draw, numbers);
  const place = join(makeFolder({ 'people.yaml': people }), 'people.yaml');
  const stage = await openStage({
    files,
    world: toSealedWorld(draw, [...numbers.values()]),
    isUnmarked: true,
    env: { ROLLCALL_PEOPLE: place },
    terminal: { isInteractive: true },
    answer: 'no',
    clock,
  });
  onTestFinished(() => stage.close());
  const repository = await createRepository(stage.folder);
  await repository.commit('the choir');
  await repository.git('checkout', '--quiet', '-b', 'change');
  const leaks = await runWeek(stage, clock);
  // An invitation calls the group as WhatsApp does: its text is what is sent.
  expect(leaks.filter((line) => !line.startsWith('invite '))).toEqual([]);
  const kept = [...(await readAll(stage.folder))].flatMap(([path, text]) => [
    ...findLeaks(text, stage).map((line) => `${path}: ${line}`),
    ...(text.includes(dirname(place)) ? [`${path}: the folder`] : []),
  ]);
  expect(kept).toEqual([]);
});

test.each([1, 2, 3, 4, 5, 6])(
  'no digits of a sealed number come out, on whatever way (seed %s)',
  async (seed) => {
    const draw = createDraw(seed);
    const numbers = new Map(handles.map((handle) => [handle, drawNumber(draw)]));
    const clock = createTestClock();
    const stage = await openStage({
      files: await toSealedFiles(draw, numbers),
      world: toSealedWorld(draw, [...numbers.values()]),
      isUnmarked: true,
      env: peopleKeyEnv,
      terminal: { isInteractive: true },
      answer: 'no',
      clock,
    });
    onTestFinished(() => stage.close());
    const repository = await createRepository(stage.folder);
    await repository.commit('the choir');
    await repository.git('checkout', '--quiet', '-b', 'change');
    // Somebody has another number, and somebody is in no file any more.
    const { kartika: _, ...others } = Object.fromEntries(numbers);
    const changed = new Map(Object.entries({ ...others, ana: drawNumber(draw) }));
    const files = await toSealedFiles(draw, changed);
    for (const [name, text] of Object.entries(files)) await stage.write(`groups/${name}`, text);

    expect(await runWeek(stage, clock)).toEqual([]);
    const written = await readAll(stage.folder);
    expect([...written.keys()].map((path) => path.slice(stage.folder.length + 1))).toEqual(
      expect.arrayContaining(['plan.md', 'plan.html', 'plan.json', 'report.json', 'applied.md']),
    );
    const kept = [...written].flatMap(([path, text]) =>
      findLeaks(text, stage).map((line) => `${path}: ${line}`),
    );
    expect(kept).toEqual([]);
  },
);
