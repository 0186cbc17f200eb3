import { readFile } from 'node:fs/promises';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Run, Stage } from './stage.ts';
import { createTestClock, openStage } from './stage.ts';
import { planDocument } from './schemas/plan-schema.ts';

const dayLength = 86_400_000;

/** Nobody's numbers: the account is 1, the others follow. */
export const number = (n: number) => `44770090${String(n).padStart(4, '0')}`;

/** How many people are in the choir besides the account. */
export const singers = 12;

export const datedPolicy = [`account: "+${number(1)}"`, 'timezone: Europe/London', 'manage: exact', ''].join(
  '\n',
);

/** The choir's file with this for some of its people, who are called by their place: `{ 3: '{ person: …, until: … }' }`. */
export function choirFile(entries: Readonly<Record<number, string>> = {}, more = ''): string {
  const lines = Array.from({ length: singers }, (_, index) => {
    const entry = entries[index + 2] ?? `"+${number(index + 2)}"`;
    return entry === '' ? '' : `  - ${entry}\n`;
  });
  return `id: 120363000000000001@g.us\nname: Choir\nmembers:\n${lines.join('')}${more}`;
}

/** An entry that ends on a day. */
export const until = (n: number, day: string) => `{ person: "+${number(n)}", until: ${day} }`;

export type PlanDocument = ReturnType<typeof planDocument.parse>;

/** A stage with a memory of some days, whose runs share it and a clock. */
export interface DatedStage extends Stage {
  /** Plans to a file, which `apply` takes. */
  plan(file: string, ...argv: string[]): Promise<Run & { readonly document: PlanDocument }>;
  /** Applies and tells it as data. */
  apply(...argv: string[]): Promise<Run & { readonly report: PlanDocument }>;
  /** Goes on to this day, 12:00 UTC. */
  goTo(day: string): Promise<void>;
  /** Who is in the group, by place, admins with a star. */
  members(): string[];
  /** Puts the choir's file in place. */
  choir(entries?: Readonly<Record<number, string>>, more?: string): Promise<void>;
  readonly state: readonly string[];
}

/** It begins on 1 June 2026; the memory is a day old, and all of the choir was seen in it. */
export async function openDatedStage(files: Readonly<Record<string, string>> = {}): Promise<DatedStage> {
  const clock = createTestClock();
  const members = Array.from({ length: singers }, (_, index) => ({ pn: number(index + 2) }));
  const world = toWorldFile(
    {
      server: { devices: [{ pn: number(1) }] },
      people: [{ pn: number(40) }],
      groups: [
        {
          id: '120363000000000001',
          subject: 'Choir',
          owner: number(1),
          members: [{ pn: number(1), role: 'superadmin' }, ...members],
        },
      ],
    },
    'the choir',
  );
  const stage = await openStage({
    files: { '_policy.yaml': datedPolicy, 'choir.yaml': choirFile(), ...files },
    world,
    clock,
  });
  const state = ['--state', stage.path('.rollcall')];
  await stage.run('apply', ...state, '--new-journal');
  await clock.sleep(dayLength);
  await stage.run('apply', ...state);
  return {
    ...stage,
    state,
    async plan(file, ...argv) {
      const run = await stage.run('plan', '--out', stage.path(file), ...state, ...argv);
      return { ...run, document: await readDocument(stage.path(file)) };
    },
    async apply(...argv) {
      const report = stage.path('report.json');
      const run = await stage.run('apply', '--report', report, ...state, ...argv);
      return { ...run, report: await readDocument(report) };
    },
    goTo: (day) => clock.sleep(Date.parse(`${day}T12:00:00Z`) - clock.now()),
    members: () =>
      (stage.sandbox.world().groups[0]?.members ?? []).map(
        ({ pn = '', role = 'member' }) => `${Number(pn.slice(-4))}${role === 'admin' ? '*' : ''}`,
      ),
    choir: (entries, more) => stage.write('groups/choir.yaml', choirFile(entries, more)),
  };
}

async function readDocument(path: string): Promise<PlanDocument> {
  return planDocument.parse(JSON.parse(await readFile(path, 'utf8')));
}
