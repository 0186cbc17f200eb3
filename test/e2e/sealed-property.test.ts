import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Draw } from '../support/draw.ts';
import { createDraw } from '../support/draw.ts';
import { createRepository } from '../support/repository.ts';
import { peopleKeyEnv, sealFor, sealLine } from '../support/sealing.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

/*
 * An organisation whose people are sealed is planned, applied and asked about in every way, with a server that repeats their
 * numbers wherever it can. Nothing that is printed, and no file that is written, has three digits of one of them in a row.
 */

const account = '447700900001';
const day = 86_400_000;

/** Possible numbers of an area that Brazil does not have; their last nine digits are 7, 8 and 9, which stand in nothing else here. */
function drawNumber(draw: Draw): string {
  return `55209${Array.from({ length: 8 }, () => draw.from(['7', '8', '9'])).join('')}`;
}

const handles = ['ana', 'budi', 'citra', 'dewi', 'eko', 'fitri', 'gita', 'hadi', 'indah', 'joko', 'kartika'];
const ids = ['120363000000000001', '120363000000000002', '120363000000000003'];
/** A group that no file is about. */
const unknown = '120363000000000004';
const strangers = ['447700900021', '447700900022', '447700900023'];

/** As people write numbers into topics and names. */
function spell(draw: Draw, number: string): string {
  const [head, tail] = [number.slice(0, 5), number.slice(5)];
  return draw.from([
    `+${number}`,
    `+55 20 9${tail.slice(0, 4)}-${tail.slice(4)}`,
    `(20) 9${tail}`,
    `00${head} ${tail.slice(0, 4)}.${tail.slice(4)}`,
    `wa.me/${number}`,
  ]);
}

async function toFiles(draw: Draw, numbers: ReadonlyMap<string, string>) {
  const known = [...numbers.keys()];
  const people = known.map(async (handle) => {
    const sealed = await sealFor(handle, `+${numbers.get(handle)}`);
    return draw.chance(0.5)
      ? `  ${handle}: ${sealed}`
      : `  ${handle}: { phone: ${sealed}, name: "N ${handle}" }`;
  });
  const policy = [
    `account: "+${account}"`,
    'timezone: Europe/London',
    `manage: ${draw.from(['exact', 'exact', 'additive'])}`,
    'limits: { removals: { group: 100%, floor: 100, run: 100 } }',
    `protected: [${draw.some(known, 0.1).join(', ')}]`,
    sealLine,
    '',
  ];
  const toGroup = (id: string, index: number) => {
    const members = draw.some(known, 0.6);
    const dated = members.map((each) => (draw.chance(0.1) ? `{ person: ${each}, until: 2026-06-09 }` : each));
    return `id: ${id}@g.us\nname: Choir ${index}\nmembers: [${dated.join(', ')}]\nadmins: [${draw.some(members, 0.2).join(', ')}]\n`;
  };
  return {
    '_policy.yaml': policy.join('\n'),
    '_people.yaml': ['people:', ...(await Promise.all(people)), ''].join('\n'),
    ...Object.fromEntries(ids.map((id, index) => [`g${index}.yaml`, toGroup(id, index)])),
  };
}

function toWorld(draw: Draw, sealed: readonly string[]) {
  const all = [...sealed, ...strangers];
  const contacts = draw
    .some(all, 0.3)
    .map((pn) => ({ pn, full_name: `Call ${spell(draw, draw.from([...sealed]))}` }));
  const groups = [...ids, unknown].map((id, index) => ({
    id,
    subject: `Choir ${index} ${spell(draw, draw.from([...sealed])).slice(0, 14)}`,
    desc: draw
      .some(sealed, 0.3)
      .map((number) => `- ${spell(draw, number)}`)
      .join('\n'),
    owner: account,
    addressing: draw.from(['pn', 'lid'] as const),
    members: [
      { pn: account, role: 'superadmin' as const },
      ...draw.some(all, 0.5).map((pn) => ({ pn, ...(draw.chance(0.3) && { role: 'admin' as const }) })),
    ],
  }));
  // Of the others GOWA says by number that they are not on WhatsApp.
  const people = draw.some(all, 0.8).map((pn) => ({ pn }));
  return toWorldFile({ server: { devices: [{ pn: account, contacts }] }, people, groups }, 'the world');
}

/** Three digits in a row of what only sealed numbers have; the stage's own folder and port left out. */
function findLeaks(text: string, { folder, sandbox }: Stage): readonly string[] {
  const own = text.replaceAll(folder, '').replaceAll(new URL(sandbox.url).host, '');
  return own.split('\n').filter((line) => /[789]{3}/.test(line));
}

async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'));
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

test.each([1, 2, 3, 4, 5, 6])(
  'no digits of a sealed number come out, on whatever way (seed %s)',
  async (seed) => {
    const draw = createDraw(seed);
    const numbers = new Map(handles.map((handle) => [handle, drawNumber(draw)]));
    const clock = createTestClock();
    const stage = await openStage({
      files: await toFiles(draw, numbers),
      world: toWorld(draw, [...numbers.values()]),
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
    const files = await toFiles(draw, changed);
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
