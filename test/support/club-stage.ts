import { cpSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Moment } from './kill/moments.ts';
import type { Run, Stage, StageOptions } from './stage.ts';
import { createTestClock, openStage } from './stage.ts';

/** A file whose group does not exist yet, with a memory that is old enough to know what a day has cost. */
export interface ClubStage extends Stage {
  readonly clock: ReturnType<typeof createTestClock>;
  /** A command with the stage's memory. */
  command(...argv: string[]): Promise<Run>;
  /** What the file of the club says. */
  readClub(): Promise<string>;
  /** The names of all groups that there are. */
  names(): string[];
  /** Requests for a group. */
  asked(): number;
}

const account = '447700900001';

/** The file as people wrote it. */
export const clubFile = [
  '# first Thursday of the month',
  'name: Book Club',
  'topic: First Thursday, 19:00',
  'members: [ana, budi]   # more to come',
  'admins: [citra]',
  '',
].join('\n');

export const clubFiles = {
  '_policy.yaml': [`account: "+${account}"`, 'timezone: UTC', ''].join('\n'),
  '_people.yaml': [
    'people:',
    '  ana: "+44 7700 900002"',
    '  budi: "+44 7700 900003"',
    '  citra: "+44 7700 900004"',
    '',
  ].join('\n'),
  'club.yaml': clubFile,
};

/** A world without groups; `gone`: numbers that are not on WhatsApp. */
export function clubWorld(gone: readonly string[] = []): StageOptions['world'] {
  const people = [1, 2, 3, 4, 5].map((n) => {
    const pn = `44770090000${n}`;
    return { pn, lid: `32513412056110${n}`, ...(gone.includes(pn) && { registered: false }) };
  });
  const server = { devices: [{ pn: account, lid: '325134120561101' }] };
  return toWorldFile({ server, people, groups: [] }, 'a world without groups');
}

/** Sets the stage; whoever does so closes it. */
export async function openClub(more: Partial<StageOptions> = {}): Promise<ClubStage> {
  const stage = await openEmpty({ files: clubFiles, world: clubWorld(), ...more });
  await stage.command('apply', '--new-journal', '--yes', '--quiet');
  await stage.clock.sleep(memoryAge);
  return stage;
}

/** The same with a world and a folder that an earlier stage has left, at the time at which that one was set. */
export async function openClubAt({ world, folder }: Pick<Moment, 'world' | 'folder'>): Promise<ClubStage> {
  const stage = await openEmpty({ files: {}, world, isUnmarked: false });
  cpSync(folder, stage.folder, { recursive: true });
  await stage.clock.sleep(memoryAge);
  return stage;
}

/** More than a day. */
const memoryAge = 25 * 3_600_000;

async function openEmpty(options: StageOptions): Promise<ClubStage> {
  const clock = createTestClock();
  const stage = await openStage({ isUnmarked: true, clock, ...options });
  return {
    ...stage,
    clock,
    command: (...argv) => stage.run(...argv, '--state', stage.path('state')),
    readClub: () => readFile(stage.path('groups/club.yaml'), 'utf8'),
    names: () => stage.sandbox.world().groups.map(({ subject }) => subject),
    asked: () => stage.writes().filter((line) => line === 'POST /group').length,
  };
}
