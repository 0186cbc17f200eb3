import { describe, expect, test } from 'vitest';
import { applyGroup } from '../../src/apply/apply-group.ts';
import type { Step } from '../../src/domain/plan/change.ts';
import type { Answer } from '../../src/domain/gateway.ts';
import { noPast } from '../../src/domain/past.ts';
import { planServes } from '../../src/domain/patience.ts';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import type { DesiredPhoto, LivePhoto, Signature } from '../../src/domain/picture.ts';
import { planGroup } from '../../src/planning/plan-groups.ts';
import {
  admin,
  desiredGroup,
  hidden,
  listed,
  liveGroup,
  living,
  noLimits,
  noon,
  say,
  settings,
} from '../support/choir.ts';
import type { StageOptions } from './apply-stage.ts';
import { accepted, createApplyStage, findSent, limited, rejected, unknown } from './apply-stage.ts';

/** 2 is to join and to be an admin, 3 joins; 4, an admin, becomes a member; 5 leaves; the name is another. */
const desired = desiredGroup({
  people: [listed(2, { role: 'admin' }), listed(3), listed(4)],
  settings: { name: 'Alti' },
});
const live = liveGroup({ people: [admin(4), living(5)] });

/** When the groups were read for the plan, for nobody to be added on that reading any more. */
const longAgo = noon - planServes - 1;

async function play(options: StageOptions = {}) {
  const stage = createApplyStage({ desired, live, ...options });
  const { run, log } = stage;
  const plan = planGroup(stage.desired, { kind: 'read', group: stage.live() }, run.input);
  const { outcomes } = await applyGroup(plan, plan.changes, run);
  const told = outcomes.map((outcome) => {
    const cause = outcome.result === 'verified' ? '' : ` (${outcome.cause})`;
    return `${say(outcome.change)}: ${outcome.result}${cause}`;
  });
  return {
    ...stage,
    outcomes: told,
    steps: log.filter((line) => line === 'read' || line.startsWith('send')),
  };
}

test('gives before it takes, reads before and after each request that takes, and proves all of it', async () => {
  const { steps, outcomes } = await play();
  expect(steps).toEqual([
    'send add 2, add 3',
    'read',
    'send promote 2',
    'read',
    'send set name',
    'read',
    'send demote 4',
    'read',
    'send remove 5',
    'read',
  ]);
  expect(outcomes.map((text) => text.replace(/.*: /, ''))).toEqual(Array(6).fill('verified'));
});

test('whose number another group has shown not to be on WhatsApp keeps nobody out of this one', async () => {
  const gone = '447700900002' as PhoneNumber;
  const past = { ...noPast, unregistered: new Map([[gone, { at: noon, until: noon + 1000 }]]) };
  const limits = { ...noLimits, admins: { min: 1 } };
  const registered = new Map([[gone, false]]);
  const stage = createApplyStage({ desired, live, limits, run: { registered } });
  const { run } = stage;
  const plan = planGroup(stage.desired, { kind: 'read', group: stage.live() }, run.input);
  run.input = { ...run.input, past };
  const { outcomes } = await applyGroup(plan, plan.changes, run);
  const told = outcomes.map(({ change, result }) => `${say(change)}: ${result}`);
  expect(told.toSorted()).toEqual([
    'add 2: failed',
    'add 3: verified',
    'demote 4 needs promote 2: skipped',
    'promote 2: failed',
    // Its number is nearly the one that is not on WhatsApp.
    'remove 5: skipped',
    'set name: verified',
  ]);
});

test('a word of success is no proof: who is not there by the next reading is not verified', async () => {
  const { outcomes } = await play({
    meanwhile: (group, sent) =>
      sent === 0
        ? group
        : { ...group, people: new Map([...group.people].filter(([, one]) => one.phone !== '447700900003')) },
  });
  expect(outcomes).toContain('add 3: not-verified (without-effect)');
});

test('what another did meanwhile is not due any more, and is sent by nobody', async () => {
  const { log, outcomes } = await play({
    live: liveGroup({
      people: [living(2), living(3), admin(4), living(5)],
      settings: { ...settings, name: 'Alti' },
    }),
    meanwhile: (group, sent) =>
      sent === 1
        ? { ...group, people: new Map([...group.people].filter(([, one]) => one.phone !== '447700900005')) }
        : group,
  });
  expect(findSent(log)).toEqual(['promote 2', 'demote 4']);
  expect(outcomes).toContain('remove 5: verified');
});

test('nobody is demoted whose place nobody took: what it needs did not happen', async () => {
  const { log, outcomes } = await play({
    limits: { ...noLimits, admins: { min: 1 } },
    answer: (step) => (step[0].action === 'promote' ? rejected('other') : accepted),
  });
  expect(findSent(log)).not.toContain('demote 4 needs promote 2');
  expect(outcomes).toContain('demote 4 needs promote 2: skipped (needs)');
  expect(outcomes).toContain('promote 2: failed (rejected)');
});

test('a limit judges once more before anything is taken, by what is left then', async () => {
  const stage = createApplyStage({ desired, live });
  const plan = planGroup(desired, { kind: 'read', group: live }, stage.run.input);
  stage.run.input = {
    ...stage.run.input,
    organisation: {
      ...stage.run.input.organisation,
      policy: {
        ...stage.run.input.organisation.policy,
        limits: { ...noLimits, removals: { percent: 0, floor: 0, run: 9 } },
      },
    },
  };
  const { outcomes } = await applyGroup(plan, plan.changes, stage.run);
  expect(findSent(stage.log).filter((step) => /remove|demote/.test(step))).toEqual([]);
  expect(outcomes.find(({ change }) => change.action === 'remove')).toMatchObject({
    result: 'skipped',
    cause: 'limit',
  });
});

test.each<[string, Answer, string[]]>([
  ['no clear answer: each goes alone, once', unknown, ['add 2, add 3', 'add 2', 'add 3']],
  ['a refusal: each goes alone, once', rejected('other'), ['add 2, add 3', 'add 2', 'add 3']],
  ['a conflict', rejected('conflict'), ['add 2, add 3', 'add 2', 'add 3']],
  ['a limit: nothing more at all', limited, ['add 2, add 3']],
])('adds that came to nothing with %s', async (_, answer, expected) => {
  const { log } = await play({
    desired: desiredGroup({ people: [listed(2), listed(3)] }),
    live: liveGroup(),
    answer: (step: Step) => (step[0].action === 'add' ? answer : accepted),
  });
  expect(findSent(log).slice(0, 3)).toEqual(expected);
});

test('the one who is not on WhatsApp is left out of the batch, and the others join', async () => {
  const { log, outcomes } = await play({
    desired: desiredGroup({ people: [listed(2), listed(3)] }),
    live: liveGroup(),
    answer: (step) => (step.some((change) => say(change) === 'add 2') ? rejected('unregistered') : accepted),
    isRegistered: (phone) => phone !== '447700900002',
  });
  expect(findSent(log)).toEqual(['add 2, add 3', 'add 3']);
  expect(outcomes).toEqual(['add 2: failed (not-on-whatsapp)', 'add 3: verified']);
});

test('whoever turns out not to be on WhatsApp holds back the losses that need them, and nobody else', async () => {
  // Another number than a digit or two away: that one would wait for being a slip of the pen.
  const group = liveGroup({ people: [admin(4), living(345)] });
  const stage = createApplyStage({
    desired,
    live: group,
    limits: { ...noLimits, admins: { min: 1 } },
    answer: (step) => (step.some((change) => say(change) === 'add 2') ? rejected('unregistered') : accepted),
    isRegistered: (phone) => phone !== '447700900002',
  });
  const { run } = stage;
  const plan = planGroup(desired, { kind: 'read', group }, run.input);
  // As a memory does: it knows at once what the run has found out.
  const find = (phone: PhoneNumber) =>
    run.registered.get(phone) === false ? { at: 0, until: Number.POSITIVE_INFINITY } : undefined;
  const unregistered = { get: find, has: (phone: PhoneNumber) => find(phone) !== undefined };
  run.input = { ...run.input, past: { ...run.input.past, unregistered } };
  const { outcomes } = await applyGroup(plan, plan.changes, run);
  const verified = outcomes.filter(({ result }) => result === 'verified').map(({ change }) => say(change));
  expect(verified).toEqual(['add 3', 'set name', 'remove 345']);
  expect(findSent(stage.log).filter((step) => step.startsWith('demote'))).toEqual([]);
});

test('refused for a number although all of them are on WhatsApp: nothing more is tried in the group', async () => {
  const { log, outcomes } = await play({
    desired: desiredGroup({ people: [listed(2), listed(3)] }),
    live: liveGroup({ people: [living(5)] }),
    answer: (step) => (step[0].action === 'add' ? rejected('unregistered') : accepted),
  });
  expect(findSent(log)).toEqual(['add 2, add 3', 'add 2, add 3']);
  expect(outcomes).toContain('remove 5: skipped (gave-up)');
});

test('what the day does not pay for waits, and what it pays for is done', async () => {
  const stage = createApplyStage({ desired, live });
  stage.run.pacer.spend({ adds: 39, lookups: 0 });
  const plan = planGroup(desired, { kind: 'read', group: live }, stage.run.input);
  await applyGroup(plan, plan.changes, stage.run);
  expect(findSent(stage.log)[0]).toBe('add 2');
  expect(findSent(stage.log).join()).not.toContain('add 3');
  expect(stage.run.paceSpent).toBe(true);
});

test('whoever is there becomes an admin also on a day that pays for no more adds', async () => {
  const file = desiredGroup({ people: [listed(2, { role: 'admin' }), listed(3, { role: 'admin' })] });
  const before = liveGroup({ people: [living(2)] });
  const stage = createApplyStage({ desired: file, live: before });
  stage.run.pacer.spend({ adds: 40, lookups: 0 });
  const plan = planGroup(file, { kind: 'read', group: before }, stage.run.input);
  const { outcomes } = await applyGroup(plan, plan.changes, stage.run);
  expect(findSent(stage.log)).toEqual(['promote 2']);
  expect(outcomes.map(({ change, result }) => `${say(change)}: ${result}`).toSorted()).toEqual([
    'add 3: skipped',
    'promote 2: verified',
    'promote 3: skipped',
  ]);
});

test('a group that cannot be read is sent nothing', async () => {
  const { log, outcomes } = await play({
    run: { readAt: longAgo },
    reading: () => ({ kind: 'unreadable', reason: 'failed', text: 'it was not read' }),
  });
  expect(log).toEqual(['read']);
  expect(new Set(outcomes.map((text) => text.replace(/.*: /, '')))).toEqual(
    new Set(['skipped (unreadable)']),
  );
});

test('whoever may hide in the group by now is not added', async () => {
  const { log } = await play({
    run: { readAt: longAgo },
    reading: (group) => ({ kind: 'read', group: { ...group, unidentified: [hidden('330631678702157')] } }),
  });
  expect(findSent(log).join()).not.toContain('add');
});

test.each([
  ['at once', 0, ['send add 2, add 3', 'read']],
  ['a quarter of an hour later', planServes, ['send add 2, add 3', 'read']],
  ['later than that', planServes + 1, ['read', 'send add 2, add 3', 'read']],
])('whoever is missing joins on the reading of the plan: %s', async (_, age, expected) => {
  const more = desiredGroup({ people: [listed(2), listed(3), listed(4)] });
  const { steps, outcomes } = await play({
    desired: more,
    live: liveGroup({ people: [living(4)] }),
    run: { readAt: noon - age },
  });
  expect(steps).toEqual(expected);
  expect(outcomes).toEqual(['add 2: verified', 'add 3: verified']);
});

test.each([
  ['who is to leave has left', [admin(4)]],
  ['who is to leave is an admin by now', [admin(4), admin(5)]],
])('nothing is taken or set on the reading of the plan: %s', async (_, people) => {
  const { steps } = await play({
    desired: desiredGroup({ people: [listed(4, { role: 'admin' })], settings: { name: 'Alti' } }),
    reading: () => ({
      kind: 'read',
      group: liveGroup({ people, settings: { ...settings, name: 'Somebody else chose this' } }),
    }),
  });
  expect(steps).toEqual(['read']);
});

test('interrupted, it reads once more, and begins nothing', async () => {
  const interruption = new AbortController();
  const { steps, outcomes } = await play({
    run: { signal: interruption.signal },
    onEvent: (line) => line.startsWith('send') && interruption.abort(),
  });
  expect(steps).toEqual(['send add 2, add 3', 'read']);
  expect(outcomes.filter((text) => text.endsWith('skipped (interrupted)'))).toHaveLength(4);
});

describe('where a photo is all that there is to do', () => {
  const file: DesiredPhoto = {
    kind: 'file',
    path: 'photos/altos.png',
    picture: { signature: '' as Signature, thumbnail: '', sha256: 'bb' },
  };
  const before: LivePhoto = { kind: 'picture', id: '17', verified: 'aa' };

  /** `now`: what is there when it is asked for, by how often it was. */
  function playPhoto(now: (asked: number) => LivePhoto, run: StageOptions['run'] = {}) {
    let asked = 0;
    const readPhoto = async () => now((asked += 1));
    return play({
      desired: desiredGroup({ photo: file }),
      live: liveGroup({ photo: before }),
      run: { readPhoto, ...run },
    });
  }

  test('it is asked for before and after it is replaced, and the group not at all', async () => {
    const { steps, outcomes } = await playPhoto((asked) =>
      asked === 1 ? before : { kind: 'picture', id: '18', verified: 'bb' },
    );
    expect(steps).toEqual(['send set photo']);
    expect(outcomes.map((text) => text.replace(/.*: /, ''))).toEqual(['verified']);
  });

  test('another one by now is not replaced', async () => {
    const { steps } = await playPhoto(() => ({ kind: 'picture', id: '99', verified: 'cc' }));
    expect(steps).toEqual([]);
  });

  test('nor one that could not be read', async () => {
    const { steps } = await playPhoto(() => ({ kind: 'unread', text: 'no answer' }));
    expect(steps).toEqual([]);
  });

  test('the group is read where the plan is old, once', async () => {
    const { steps } = await playPhoto(
      (asked) => (asked === 1 ? before : { kind: 'picture', id: '18', verified: 'bb' }),
      { readAt: longAgo },
    );
    expect(steps).toEqual(['read', 'send set photo']);
  });
});
