import { cpSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptFor, messageRest } from '../../src/domain/patience.ts';
import type { FaultRule } from '../../src/sandbox/faults.ts';
import type { InviteStage } from '../support/invite-stage.ts';
import { altos, group, openInviteStage, otherGroup, perDay, phone } from '../support/invite-stage.ts';

const hour = 3_600_000;
const path = '/send/message';
const body = (code: string, message: string) => JSON.stringify({ code, message });

/** What may become of one message: it arrives or not, and whoever sent it hears of it or not. */
const troubles: readonly FaultRule[] = [
  { path, times: 1, do: 'close' },
  { path, times: 1, do: 'close', effect: true },
  { path, times: 1, do: 'garbage', effect: true },
  { path, times: 1, status: 504, body: 'Gateway Time-out' },
  { path, times: 1, status: 500, body: body('INTERNAL_SERVER_ERROR', 'server returned error 479') },
  { path, times: 1, status: 429, body: body('WA_REACHOUT_TIMELOCK', '') },
  { path, times: 1, status: 400, body: body('INVALID_JID', 'Phone is not on whatsapp') },
];

const someone = fc.constantFrom('citra', 'dewi', 'eko', 'fajar', 'gita');
const run = fc.record({
  hoursLater: fc.constantFrom(0, 1, 23, 25, 24 * 7, 24 * 31),
  file: fc.constantFrom('altos.yaml', 'basses.yaml'),
  people: fc.uniqueArray(someone, { minLength: 1 }),
  answers: fc.array(fc.constantFrom('y', 'n', 'a', ''), { minLength: 1, maxLength: 5 }),
  /** After so many messages: the run is killed before it hears of that one, or something else goes wrong. */
  at: fc.nat(2),
  trouble: fc.option(fc.constantFrom<FaultRule | 'killed'>('killed', ...troubles), { nil: undefined }),
});

type Played = typeof run extends fc.Arbitrary<infer Value> ? Value : never;

async function play(
  stage: InviteStage,
  { hoursLater, file, people, answers, at, trouble }: Played,
): Promise<void> {
  await stage.clock.sleep(hoursLater * hour);
  const copy = stage.path('copy');
  let isKilled = false;
  const controller = new AbortController();
  stage.sandbox.setFaults([]);
  if (trouble === 'killed')
    stage.between(at, async () => {
      cpSync(stage.state, copy, { recursive: true });
      isKilled = true;
      controller.abort();
    });
  else if (trouble) stage.sandbox.setFaults([{ ...trouble, after: at }]);
  await stage.invite([file, ...people, '--send'], answers, { signal: controller.signal });
  if (!isKilled) return;
  await rm(stage.state, { recursive: true });
  cpSync(copy, stage.state, { recursive: true });
  await rm(copy, { recursive: true });
  await rm(`${stage.state}/lock`);
}

/** What nobody may ever see, whatever went wrong: by all messages that arrived, in their order. */
function findWrongs(stage: InviteStage): string[] {
  const all = (stage.sandbox.world().messages ?? []).map(({ to, text, time }) => ({
    to,
    link: text.split('\n').at(-1),
    at: Date.parse(String(time)) || Number(time) * 1000,
  }));
  return all.flatMap(({ to, link, at }, index) => {
    const earlier = all.slice(0, index);
    const last = (of: typeof all) => at - Math.max(...of.map((each) => each.at));
    const theirs = earlier.filter((each) => each.to === to);
    return [
      to === phone(8) && 'nobody has approved them',
      // Times in the log are whole seconds.
      last(theirs) < messageRest - 1000 && 'two messages on one day',
      last(theirs.filter((each) => each.link === link)) < keptFor.invited - 1000 && 'the same link twice',
      earlier.filter((each) => each.at > at - keptFor.spent + 1000).length >= perDay && 'too many in a day',
    ].filter((wrong) => wrong !== false);
  });
}

test('whatever goes wrong, nobody is written to twice, too often, or without approval', async () => {
  const other = altos.replace(group, otherGroup).replace('Altos', 'Basses');
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 2, maxLength: 6 }), async (runs) => {
      const stage = await openInviteStage({ files: { 'basses.yaml': other } });
      // Listed since the plan that was approved.
      for (const [name, text] of [
        ['altos', altos],
        ['basses', other],
      ])
        await stage.write(`groups/${name}.yaml`, String(text).replace('fajar]', 'fajar, gita]'));
      try {
        for (const each of runs) await play(stage, each);
        sent += stage.messages().length;
        expect(findWrongs(stage)).toEqual([]);
      } finally {
        await stage.close();
      }
    }),
    { numRuns: 12 },
  );
  expect(sent).toBeGreaterThan(10);
});
