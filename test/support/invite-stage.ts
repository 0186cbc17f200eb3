import { toWorldFile } from '../../src/sandbox/world-file.ts';
import { main } from '../../src/main.ts';
import type { Run, Stage, StageOptions, TestIoOptions } from './stage.ts';
import { createTestClock, createTestIo, openStage } from './stage.ts';

const dayLength = 86_400_000;

/** Nobody's numbers: the account is 1, ana 2, budi 3 and so on. */
export const phone = (n: number) => `4477009000${String(n).padStart(2, '0')}`;

/** The group of the stage, and the one of `basses.yaml` where there is that file. */
export const group = '120363000000000001';
export const otherGroup = '120363000000000002';

/** Messages that the policy lets go in 24 hours. */
export const perDay = 3;

const policy = [
  `account: "+${phone(1)}"`,
  'timezone: Europe/London',
  `pace: { adds: 1/day, messages: ${perDay}/day }`,
  '',
].join('\n');

const people = [
  'people:',
  `  ana: "+${phone(2)}"`,
  `  budi: "+${phone(3)}"`,
  `  citra: "+${phone(4)}"`,
  `  dewi: "+${phone(5)}"`,
  `  eko: "+${phone(6)}"`,
  `  fajar: "+${phone(7)}"`,
  `  gita: "+${phone(8)}"`,
  '',
].join('\n');

/** Everybody of the choir but gita. */
export const altos = `id: ${group}@g.us\nname: Altos\nmanage: exact\nmembers: [ana, budi, citra, dewi, eko, fajar]\n`;

/** A choir whose memory has approved, and not added yet, citra, dewi, eko and fajar. */
export interface InviteStage extends Stage {
  readonly clock: ReturnType<typeof createTestClock>;
  readonly state: string;
  /** Runs `invite` in front of a terminal, where each question gets the next of these answers, the last one for ever. */
  invite(argv: readonly string[], answers?: readonly string[], more?: TestIoOptions): Promise<Run>;
  /** Who got a message, by number, and the texts. */
  messages(): { readonly to: string; readonly text: string }[];
  nextDay(): Promise<void>;
  /** What somebody else does meanwhile: a request to GOWA, past Rollcall. */
  post(path: string, body: object): Promise<void>;
  /** Runs this once between the effect of the message after so many others and its answer. */
  between(messages: number, act: () => Promise<void>): void;
}

export interface InviteStageOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly isMarked?: boolean;
  readonly subject?: string;
  readonly approval?: boolean;
  /** What people let strangers do, by number. */
  readonly privacy?: Readonly<Record<string, string>>;
  /** Who waits for a yes, by number. */
  readonly requests?: readonly string[];
  /** False: nothing was planned or applied yet, and there is no memory. */
  readonly isBegun?: boolean;
}

/** Sets the stage; whoever does so closes it. */
export async function openInviteStage(options: InviteStageOptions = {}): Promise<InviteStage> {
  const {
    files = {},
    isMarked = false,
    subject = 'Altos',
    approval = true,
    isBegun = true,
    privacy = {},
    requests = [],
  } = options;
  const ids = [group, ...(files['basses.yaml'] === undefined ? [] : [otherGroup])];
  const clock = createTestClock();
  let strike: (() => Promise<void>) | undefined;
  const sandboxClock = { now: clock.now, sleep: async () => strike?.() };
  const stage = await openStage({
    files: {
      '_policy.yaml': policy,
      '_people.yaml': people,
      'altos.yaml': altos,
      ...files,
    },
    world: toWorldFile(
      {
        // A fork, so that the approval of joins can be turned off meanwhile.
        server: { devices: [{ pn: phone(1) }], fork: true },
        people: Array.from({ length: 7 }, (_, index) => ({
          pn: phone(index + 2),
          ...(privacy[phone(index + 2)] && { privacy: privacy[phone(index + 2)] }),
        })),
        groups: ids.map((id, at) => ({
          id,
          subject: at === 0 ? subject : 'Basses',
          owner: phone(1),
          approval,
          requests: at === 0 ? requests.map((pn) => ({ pn })) : [],
          invite: `AbCdEfGhIjK1234567890${at}`,
          members: [{ pn: phone(1), role: 'superadmin' }, { pn: phone(2) }],
        })),
      },
      'the choir',
    ),
    isUnmarked: !isMarked,
    sandboxClock,
    clock,
  });
  const state = stage.path('.rollcall');
  if (isBegun) {
    await stage.run('apply', '--state', state, '--new-journal', '--target', 'altos.yaml');
    await clock.sleep(dayLength);
    await stage.run('plan', '--state', state, '--out', stage.path('plan.json'));
    // A sandbox that says so has no pace, which leaves adds for another day: there none of them comes to anything.
    const lost = { method: 'POST', path: '/group/participants', do: 'close' } as const;
    if (isMarked) stage.sandbox.setFaults([lost]);
    await stage.run('apply', '--state', state, stage.path('plan.json'));
    stage.sandbox.setFaults([]);
    await clock.sleep(60_000);
  }
  return {
    ...stage,
    clock,
    state,
    invite: (argv, answers = ['y'], more = {}) => runInvite(stage, [...argv], answers, { clock, ...more }),
    messages: () => (stage.sandbox.world().messages ?? []).map(({ to, text }) => ({ to, text })),
    async post(path, body) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(stage.sandbox.url + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    nextDay: () => clock.sleep(dayLength),
    between(messages, act) {
      strike = async () => {
        strike = undefined;
        await act();
      };
      stage.sandbox.setFaults([
        { method: 'POST', path: '/send/message', after: messages, times: 1, delay: 1 },
      ]);
    },
  };
}

async function runInvite(
  stage: Stage,
  argv: readonly string[],
  answers: readonly string[],
  options: Pick<StageOptions, 'clock'> & TestIoOptions,
): Promise<Run> {
  let asked = 0;
  const { io, written } = createTestIo({
    env: { ROLLCALL_URL: stage.sandbox.url },
    terminal: { isInteractive: true },
    answer: () => answers[Math.min(asked++, answers.length - 1)] ?? '',
    ...options,
  });
  const code = await main(
    ['invite', '--groups', stage.path('groups'), '--state', stage.path('.rollcall'), ...argv],
    io,
  );
  return { code, ...written };
}
