import { afterEach, expect, test } from 'vitest';
import type { LyingProxy, ToldGroup } from '../support/lying-proxy.ts';
import { startLyingProxy } from '../support/lying-proxy.ts';
import type { Stage } from '../support/stage.ts';
import { createTestClock, openStage } from '../support/stage.ts';

const day = 86_400_000;
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close();
});

const phones = Array.from({ length: 12 }, (_, index) => `4477009001${10 + index}`);
const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
  'altos.yaml': `id: 120363000000000001@g.us\nmembers:\n${phones.map((phone) => `  - "+${phone}"\n`).join('')}`,
};
const self = { pn: '447700900001', role: 'superadmin' as const };
const stranger = '447700900009';
const world = {
  server: { devices: [{ pn: self.pn }] },
  people: [],
  groups: [
    {
      id: '120363000000000001',
      subject: 'Altos',
      owner: self.pn,
      members: [self, ...phones.map((pn) => ({ pn })), { pn: stranger }],
    },
  ],
};

interface Play {
  readonly clock: ReturnType<typeof createTestClock>;
  readonly stage: Stage;
  readonly proxy: LyingProxy;
  run(...argv: string[]): ReturnType<Stage['run']>;
  /** From now on lists come without a number of people, and without the first so many of them. */
  hide(people: number): void;
}

/** A group that Rollcall has seen whole, a day after its memory began. */
async function open(): Promise<Play> {
  const clock = createTestClock();
  const stage = await openStage({ files, world, clock, terminal: { width: 300 } });
  opened.push(stage);
  const proxy = await startLyingProxy(stage.sandbox.url);
  opened.push(proxy);
  const run = (...argv: string[]) =>
    stage.run(...argv, '--url', proxy.url, '--state', stage.path('.rollcall'));
  await run('apply', '--new-journal');
  await clock.sleep(day);
  const hide = (people: number) => {
    const hidden = new Set(phones.slice(0, people));
    proxy.tell((group: ToldGroup) => {
      group.ParticipantCount = 0;
      group.Participants = (group.Participants ?? []).filter(
        ({ PhoneNumber }) => !hidden.has(PhoneNumber.replace(/@.*/, '')),
      );
    });
  };
  return { clock, stage, proxy, run, hide };
}

const doubt = 'WhatsApp leaves out many who were here';
const believed = '1 to leave in 1 of 1 group';

test.each([
  [0, true],
  [1, true],
  [3, true],
  [4, false],
  [12, false],
])('%i of twelve missing from a list without a number: believed %j', async (people, isBelieved) => {
  const { run, hide } = await open();
  hide(people);
  const { out } = await run('plan');
  expect(out.includes(believed)).toBe(isBelieved);
  expect(out.includes(doubt)).toBe(!isBelieved);
});

test('nobody is touched until a run of another day finds the same', async () => {
  const { run, hide, clock, stage } = await open();
  hide(6);
  expect((await run('apply', '--yes')).out).toContain(doubt);
  await clock.sleep(3_600_000);
  expect((await run('apply', '--yes')).out, 'the same, too soon').toContain(doubt);
  await clock.sleep(day - 2 * 3_600_000);
  expect((await run('plan')).out, 'a day after the first').toContain(believed);
  hide(8);
  expect((await run('apply', '--yes')).out, 'two more: that is another list').toContain(doubt);
  expect(stage.writes()).toEqual([]);
  await clock.sleep(day);
  const { out } = await run('apply', '--yes');
  expect(out).not.toContain(doubt);
  expect(out).toContain('has left since');
  expect(stage.writes()).toEqual(['POST /group/participants/remove']);
});

test('a whole list ends the doubt, and a later one begins anew', async () => {
  const { run, hide, proxy, clock } = await open();
  hide(6);
  await run('apply', '--yes');
  proxy.tell(undefined);
  expect((await run('plan')).out).toContain(believed);
  await run('apply');
  await clock.sleep(day);
  hide(6);
  expect((await run('plan')).out).toContain(doubt);
});

test('with a number they have left, however many', async () => {
  const { run, stage } = await open();
  const participants = phones.slice(0, 6);
  const body = JSON.stringify({ group_id: '120363000000000001@g.us', participants });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${stage.sandbox.url}/group/participants/remove`, { method: 'POST', headers, body });
  const { out } = await run('plan');
  expect(out).not.toContain(doubt);
  expect(out).toContain('has left since');
});
