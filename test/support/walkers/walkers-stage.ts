import { readFile } from 'node:fs/promises';
import { main } from '../../../src/main.ts';
import type { Run } from '../stage.ts';
import { createTestClock, createTestIo, openStage } from '../stage.ts';
import type { Walker } from './walkers-files.ts';
import { nameOf, numberOf, phone, walkers, walkersFiles, walkersWorld } from './walkers-files.ts';

const oneDay = 86_400_000;

/** What one command told, in all its forms. */
export interface Told extends Run {
  readonly command: string;
  readonly markdown?: string;
  readonly html?: string;
}

export type WalkersStage = Awaited<ReturnType<typeof openWalkers>>;

/** A file of thirty people whose group does not exist yet, a memory of the day before, and a server as everybody has it. */
export async function openWalkers(language = 'en') {
  const clock = createTestClock();
  const env = { ROLLCALL_KEY: 'ab'.repeat(32) };
  const stage = await openStage({
    files: walkersFiles(language),
    world: walkersWorld(),
    isUnmarked: true,
    clock,
    sandboxClock: clock,
    env,
  });
  const state = ['--state', stage.path('.rollcall')];
  const told: Told[] = [];
  // What forks of GOWA can set, this one cannot, but for whoever holds a phone.
  const stock = [{ path: '/group/join-approval', status: 404, body: 'Not Found' }];
  stage.sandbox.setFaults(stock);
  const group = () => stage.sandbox.world().groups[0];
  const as = async (pn: string, path: string, body: object) => {
    stage.sandbox.setFaults([]);
    const headers = { 'content-type': 'application/json', 'x-device-id': `${pn}%40s.whatsapp.net` };
    const said = await fetch(stage.sandbox.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    stage.sandbox.setFaults(stock);
    return said.status;
  };
  const tell = async (command: string, run: Run, reports: boolean): Promise<Told> => {
    const one = {
      command,
      ...run,
      ...(reports && {
        markdown: await readFile(stage.path('report.md'), 'utf8'),
        html: await readFile(stage.path('report.html'), 'utf8'),
      }),
    };
    told.push(one);
    return one;
  };
  const reports = ['--markdown', stage.path('report.md'), '--html', stage.path('report.html')];
  return {
    ...stage,
    clock,
    told,
    as,
    group,
    /** `plan`, `create` or `apply`, with reports; `plan.json` in the line is the stage's. */
    async command(...argv: string[]): Promise<Told> {
      const line = argv.map((one) => (one.endsWith('.json') ? stage.path(one) : one));
      return tell(argv.join(' '), await stage.run(...line, ...state, ...reports), true);
    },
    /** Any other command, which writes no report. */
    async plain(...argv: string[]): Promise<Told> {
      return tell(argv.join(' '), await stage.run(...argv, ...state), false);
    },
    /** A command of which nothing is kept. */
    quietly: (...argv: string[]) =>
      stage.run(...argv.map((one) => (one.endsWith('.json') ? stage.path(one) : one)), ...state),
    /** A text without what differs from run to run. */
    steady: (text: string) => text.replaceAll(stage.folder, '/here'),
    /** `invite`, in front of a terminal, where each question is answered so. */
    async invite(answer: string, ...argv: string[]): Promise<Told> {
      const { io, written } = createTestIo({
        env: { ...env, ROLLCALL_URL: stage.sandbox.url },
        terminal: { isInteractive: true },
        answer,
        clock,
      });
      const code = await main(['invite', '--groups', stage.path('groups'), ...state, ...argv], io);
      return tell(['invite', ...argv].join(' '), { code, ...written }, false);
    },
    nextHour: () => clock.sleep(oneDay / 24),
    nextDay: () => clock.sleep(oneDay),
    /** Somebody opens a link and asks to join; without one, the group's. */
    knock: (who: Walker | string, link = `https://chat.whatsapp.com/${group()?.invite}`) =>
      as(who in byName ? numberOf(who as Walker) : who, '/group/join-with-link', { link }),
    link: () => `https://chat.whatsapp.com/${group()?.invite}`,
    /** The owner, on the phone. */
    onPhone: (path: string, body: object) => as(phone(1), path, { group_id: `${group()?.id}@g.us`, ...body }),
    leave: (who: Walker) => as(numberOf(who), '/group/leave', { group_id: `${group()?.id}@g.us` }),
    /** Who is in the group besides the account, by handle. */
    inside: () =>
      (group()?.members ?? [])
        .filter(({ pn }) => pn !== phone(1))
        .map(({ pn }) => nameOf(pn))
        .toSorted(),
    asking: () => (group()?.requests ?? []).map(({ pn }) => nameOf(pn)),
  };
}

const byName: Readonly<Record<string, true>> = Object.fromEntries(walkers.map((name) => [name, true]));
