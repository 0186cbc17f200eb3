import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkGroups } from '../../src/forge/steps/check-groups.ts';
import { openJob } from '../../src/forge/job.ts';
import { reportError } from '../../src/output/report-error.ts';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Stage } from '../support/stage.ts';
import { createTestIo, openStage } from '../support/stage.ts';
import { numbersOfTheWorld, readDigits } from './world-numbers.ts';

/*
 * Every way by which a text leaves Rollcall. An organisation whose files, groups and people are full of numbers is
 * validated, planned, applied and asked about; none of its numbers may come out of any door.
 */

/** As many as a group and its reports hold well: some of all lengths, of all continents. */
const once = [...new Map(numbersOfTheWorld.map((number) => [number.digits, number])).values()];
const all = once.filter((_number, index) => index % 8 === 0);
const short = ['6834002', '2904123', '24701234', '6907290', '67771234'].map((digits) => ({
  digits,
  written: [`+${digits}`, `+${digits.slice(0, 3)} ${digits.slice(3)}`, `00${digits}`],
}));
const numbers = [...short, ...all.map(({ digits, written }) => ({ digits, written }))];
const half = Math.floor(numbers.length / 2);
const [listed, others] = [numbers.slice(0, half), numbers.slice(half)];
const account = '447700900001';
const legacy = '447700900077-1598765432';
const every = [...numbers.map(({ digits }) => digits), account, '447700900077'];

/** In the spellings of texts, which nothing parses. */
function spell({ digits, written }: (typeof numbers)[number], index: number): string {
  const pieces = digits.match(/.{1,4}/g) ?? [];
  const gap = [' ', '-', '.', '\u00a0', '\u200b', ' / ', ',', '·', '\u2212', '    '][index % 10];
  return index % 3 === 0 ? (written[index % written.length] ?? digits) : `+${pieces.join(gap)}`;
}

const topic = numbers.map((number, index) => `- call ${spell(number, index)} now`);
const quote = (text: string) => JSON.stringify(text);

const files = {
  '_policy.yaml': `account: "+${account}"\ntimezone: Europe/London\nmanage: exact\nstate: .rollcall\nlimits: { removals: { group: 100%, floor: 500, run: 500 } }\npace: { pause: 0s-0s, after-add: 0s-0s, reads: 0ms-0ms }\n`,
  '_people.yaml': `people:\n${listed.map(({ digits }, index) => `  p${index}: { phone: "+${digits}", name: ${quote(`N${index % 26} ${spell(listed[index]!, index)}`)} }\n`).join('')}`,
  '447700900188.yaml': `id: 120363000000000001@g.us\nname: "+44 7700 900188"\ntopic: ${quote(topic.slice(0, 15).join('\n'))}\nmembers: [${listed.map((_number, index) => `p${index}`).join(', ')}]\nadmins: []\n`,
  'b.yaml': `id: ${legacy}@g.us\nname: B\nmembers: [${listed.map(({ digits }) => `"+${digits}"`).join(', ')}]\n`,
  'new.yaml': `name: "N +447700900099"\nmembers: [${others.map(({ digits }) => `"+${digits}"`).join(', ')}]\n`,
};

const world = toWorldFile(
  {
    server: { devices: [{ pn: account }] },
    // Of those who are to be added some are not on WhatsApp: GOWA names them.
    people: listed.filter((_number, index) => index % 5 !== 0).map(({ digits }) => ({ pn: digits })),
    groups: [
      {
        id: '120363000000000001',
        subject: '+44 7700 900199',
        desc: topic.slice(15, 25).join('\n'),
        owner: account,
        members: [{ pn: account, role: 'superadmin' }, ...others.map(({ digits }) => ({ pn: digits }))],
      },
      {
        id: legacy,
        subject: 'B',
        owner: '447700900077',
        members: [
          { pn: '447700900077', role: 'superadmin' },
          { pn: account, role: 'admin' },
        ],
      },
    ],
  },
  'the world',
);

const broken = numbers.map((number, index) => `  - ${quote(spell(number, index))}\n`).join('');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ files, world, terminal: { isInteractive: true } });
  await stage.write('fresh/_policy.yaml', files['_policy.yaml'].replace('state: .rollcall\n', ''));
  await stage.write('fresh/members.csv', `name;phone\n${broken.replaceAll(/ *- (.*)\n/g, 'N;$1\n')}`);
  await stage.write('broken/_policy.yaml', files['_policy.yaml']);
  await stage.write('broken/a.yaml', `id: x\nname: A\nmembers:\n${broken}  - oops!\n`);
  await stage.write(
    'broken/447700900188.yaml',
    `name: ${quote(topic.slice(0, 3).join('\n'))}\nmembers: [${numbers.map(({ digits }) => digits).join(', ')}]\n`,
  );
});
afterAll(() => stage.close());

const both = async (...argv: string[]) => {
  const { out, err } = await stage.run(...argv);
  return out + err;
};
const reports = ['--markdown', 'plan.md', '--html', 'plan.html'];
const inFolder = (argv: readonly string[]) =>
  argv.map((each) => (/\.(?:md|html|json)$/.test(each) ? stage.path(each) : each));
const memory = () => ['--state', stage.path('memory')];
const crash = () => {
  const { io, written } = createTestIo({});
  reportError(new TypeError(`no ${numbers.map(spell).join(' and ')}\n    at x (447700900123.ts:1:2)`), io);
  return written.err;
};

const findMistakes = async () => {
  const { out, err } = await stage.runIn(stage.path('broken'), 'validate');
  return out + err;
};
const annotateMistakes = async () => {
  const { io, written } = createTestIo({
    env: { GITHUB_WORKSPACE: stage.folder, GROUPS: stage.path('broken') },
  });
  await checkGroups(openJob(io));
  expect(written.out).toMatch(/^::error file=broken/m);
  return written.out;
};

/** A folder without a group yet; a spreadsheet in which every number is spelled in some way. */
const importAll = async (...argv: string[]) => {
  const { out, err } = await stage.run('import', '--into', stage.path('fresh'), '--all', ...argv);
  return out + err;
};

/** What each command prints, by what it is asked. */
const printed: Readonly<Record<string, () => Promise<string>>> = {
  'mistakes with their frames': findMistakes,
  annotations: annotateMistakes,
  init: () => both('init', stage.path('begun'), '--groups', 'groups', '--protected', numbers[9]!.written[0]!),
  validate: () => both('validate'),
  status: () => both('status'),
  groups: () => both('groups'),
  'groups --json': () => both('groups', '--json'),
  plan: () => both('plan', ...inFolder(['--out', 'plan.json', ...reports])),
  'plan --json': () => both('plan', '--json'),
  'apply, and what it shows meanwhile': () =>
    both(
      'apply',
      '--new-journal',
      ...memory(),
      ...inFolder(['plan.json', '--report', 'report.json', '--markdown', 'apply.md', '--html', 'apply.html']),
    ),
  'apply --json': () => both('apply', '--yes', '--json'),
  adopt: () => both('adopt'),
  approvals: () => both('approvals', ...memory()),
  'approvals --json': () => both('approvals', '--json', ...memory()),
  'fmt --check': () => both('fmt', '--check'),
  fmt: () => both('fmt'),
  who: async () => (await both('who', 'p0')) + (await both('who', `+${listed[0]?.digits}`)),
  'who --json': () => both('who', 'p1', '--json'),
  'import --dry-run': () => importAll('--dry-run', '--sheet', stage.path('fresh/members.csv')),
  import: () => importAll('--sheet', stage.path('fresh/members.csv'), '--contacts'),
  create: () => both('create', '--yes', ...memory()),
  'invite --file': () => both('invite', 'b.yaml', '--file', stage.path('invite.html'), ...memory()),
  'notify --dry-run': () => both('notify', stage.path('plan.json'), '--dry-run', ...memory()),
  keygen: () => both('keygen', '--yes', '--groups', stage.path('fresh'), '--file', stage.path('key')),
  'seal --page': () => both('seal', '--page', stage.path('seal.html'), '--groups', stage.path('fresh')),
  'seal --all': () => both('seal', '--all', '--groups', stage.path('fresh')),
  forget: async () => (await both('forget', 'p2')) + (await both('forget', 'p3', '--yes')),
  'a bug': async () => crash(),
};

/** Options that take a file to read. */
const readOnly = ['--world', '--base', '--sheet', '--people'];
/** Commands that print what they are given on a network, or nothing of the files. */
const elsewhere = ['sandbox', 'demo', 'completion', 'help'];

function findNumbers(text: string): string[] {
  // A page holds pictures, whose letters are no text.
  const digits = readDigits(text.replace(/data:image\/[^"]*/g, ''));
  return every.filter((number) => digits.includes(number.length < 10 ? number : number.slice(0, -3)));
}

describe('no number comes out', () => {
  test.each(Object.entries(printed))('of %s', async (_door, print) => {
    const text = await print();
    expect(text.length).toBeGreaterThan(20);
    expect(findNumbers(text)).toEqual([]);
  });

  test('of any file that was written', async () => {
    const names = await readdir(stage.folder, { recursive: true, withFileTypes: true });
    const written = names
      .filter((entry) => entry.isFile())
      .map((entry) => relative(stage.folder, join(entry.parentPath, entry.name)))
      .filter((name) => !/^(?:(?:groups|broken|fresh)\/[^/]*\.(?:yaml|csv)$|begun\/)/.test(name));
    expect(written).toEqual(
      expect.arrayContaining(['plan.json', 'plan.md', 'plan.html', 'report.json', 'apply.md']),
    );
    expect(written.filter((name) => name.includes('journal'))).not.toEqual([]);
    // A page shows what a file's own topic holds, and nothing else; the topic of the group is somebody's of WhatsApp.
    const own = new Set(numbers.slice(0, 15).map(({ digits }) => digits));
    for (const name of written) {
      const found = findNumbers(await readFile(stage.path(name), 'utf8'));
      const isPage = name.endsWith('.html');
      expect({ name, found: found.filter((digits) => !isPage || !own.has(digits)) }).toEqual({
        name,
        found: [],
      });
    }
  });

  test('and every command and every file that can be written stands in the table', async () => {
    const { out } = await stage.run('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+)[ [|]/gm)].map(([, name = '']) => name);
    expect(commands).toContain('validate');
    const asked =
      Object.keys(printed).join(' ') + JSON.stringify(Object.values(printed).map(String)) + reports.join();
    for (const command of commands.filter((name) => !elsewhere.includes(name))) {
      expect(asked).toContain(command);
      const help = (await stage.run(command, '--help')).out;
      const options = [...help.matchAll(/(--[a-z-]+) <(?:file|folder|path)>/g)].map(([, name = '']) => name);
      for (const option of options.filter(
        (name) => ![...readOnly, '--groups', '--state', '--into'].includes(name),
      ))
        expect(asked).toContain(option);
    }
  });
});
