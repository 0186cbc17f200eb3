import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import { toHandleKey, toUnsettledKey } from '../../src/domain/past.ts';
import type { Lid } from '../../src/domain/person.ts';
import { openJournal, readPast } from '../../src/journal/journal.ts';
import {
  accepted,
  altos,
  ana,
  basses,
  budi,
  change,
  citra,
  createStage,
  day,
  hour,
  reading,
  toPhone,
  topic,
  verdict,
} from './stage.ts';

const add = (...keys: Parameters<typeof change>[1][]): Extract<RunEvent, { type: 'intent' }> => {
  const [first, ...rest] = keys.map((key) => change('add', key));
  if (!first) throw new Error('nobody to add');
  return { type: 'intent', step: [first, ...rest] };
};
const answer = (event: RunEvent, given: Extract<RunEvent, { type: 'answer' }>['answer']): RunEvent => {
  if (event.type !== 'intent') throw new Error('an answer is to an intent');
  return { type: 'answer', step: event.step, answer: given };
};

describe('the budgets of a day', () => {
  test('an intent without an answer counts as spent, for 24 hours', async () => {
    const stage = await createStage();
    await stage.run(add(ana, budi));
    expect(await stage.read()).toMatchObject({ adds: [{ count: 2 }], lookups: [{ count: 2 }] });
    stage.clock.advance(day - 1_001);
    expect((await stage.read()).adds).toHaveLength(1);
    stage.clock.advance(1_001);
    expect(await stage.read()).toMatchObject({ adds: [], lookups: [] });
  });

  test('a batch that GOWA refused for a number costs its look-ups, not its adds', async () => {
    const stage = await createStage();
    await stage.run(
      add(ana, budi),
      answer(add(ana, budi), { kind: 'rejected', code: 'unregistered', text: '' }),
    );
    expect(await stage.read()).toMatchObject({ adds: [], lookups: [{ count: 2 }] });
  });

  test('any other refusal costs both', async () => {
    const stage = await createStage();
    await stage.run(add(ana), answer(add(ana), { kind: 'rejected', code: 'other', text: '' }));
    expect(await stage.read()).toMatchObject({ adds: [{ count: 1 }], lookups: [{ count: 1 }] });
  });

  test('look-ups count by what they cost, settings nothing', async () => {
    const stage = await createStage();
    await stage.run(
      { type: 'looked-up', person: ana, lookups: 2, lid: { kind: 'none' } },
      { type: 'intent', step: [topic('Sundays')] },
    );
    expect(await stage.read()).toMatchObject({ adds: [], lookups: [{ count: 2 }] });
  });
});

describe('the limits of a run', () => {
  test('count what was verified, and what a crashed run may have done, for 24 hours', async () => {
    const stage = await createStage();
    const remove = change('remove', ana, { before: 'admin' });
    await stage.run(
      { type: 'intent', step: [remove] },
      verdict(remove, 'verified'),
      { type: 'intent', step: [change('promote', budi)] },
      add(citra),
      answer(add(citra), { kind: 'rejected', code: 'other', text: '' }),
      verdict(change('add', citra), 'failed'),
    );
    expect((await stage.read()).changed).toEqual({ removals: 1, demotions: 1, promotions: 1, adds: 0 });
    stage.clock.advance(day);
    expect((await stage.read()).changed).toEqual({ removals: 0, demotions: 0, promotions: 0, adds: 0 });
  });

  test('what a crashed run left without a verdict is known by change', async () => {
    const stage = await createStage();
    const [lost, done] = [change('remove', ana), change('remove', budi)];
    await stage.run(
      { type: 'intent', step: [lost] },
      { type: 'intent', step: [done] },
      verdict(done, 'verified'),
    );
    const { unsettled, changed } = await stage.read();
    expect([lost, done].map((each) => unsettled.counts(toUnsettledKey(each), 'removals'))).toEqual([
      true,
      false,
    ]);
    expect(changed.removals).toBe(2);
  });

  test.each([
    ['accepted', accepted, 'not-verified'],
    ['without a clear answer', { kind: 'unknown', text: '' }, 'not-verified'],
    ['stopped', { kind: 'stop', code: 'session-lost', text: '' }, 'failed'],
    ['rate-limited', { kind: 'stop', code: 'rate-limited', text: '' }, 'skipped'],
  ] as const)('what was sent and not proved counts too: %s', async (_, given, result) => {
    const stage = await createStage();
    const [plain, allowed] = [change('remove', ana), change('remove', budi)];
    const marks = [{}, { allowances: { removals: 'class split' } }];
    await stage.run(
      { type: 'intent', step: [plain, allowed], marks },
      { type: 'answer', step: [plain, allowed], answer: given },
      verdict(plain, result),
      verdict(allowed, result),
    );
    await stage.run(reading([]), verdict(plain, 'skipped'), verdict(allowed, 'skipped'));
    const past = await stage.read();
    expect(past.changed.removals).toBe(1);
    expect(past.allowUsed.get('class split')).toBe(1);
    expect(past.unsettled.counts(toUnsettledKey(plain), 'removals')).toBe(true);
    expect(past.unsettled.counts(toUnsettledKey(allowed), 'removals')).toBe(false);
    expect(past.unsettled.uses(toUnsettledKey(allowed), 'class split')).toBe(true);
  });

  test('what nobody counts any more, after a day, is not taken off what is due', async () => {
    const stage = await createStage();
    const lost = change('remove', ana);
    await stage.run({ type: 'intent', step: [lost] });
    stage.clock.advance(day);
    const { changed, unsettled } = await stage.read();
    expect([changed.removals, unsettled.counts(toUnsettledKey(lost), 'removals')]).toEqual([0, false]);
  });

  test('an unproved removal of somebody who is wanted and there again is over, and has counted', async () => {
    const stage = await createStage();
    const remove = change('remove', ana);
    await stage.run(
      reading([ana]),
      { type: 'intent', step: [remove] },
      { type: 'answer', step: [remove], answer: accepted },
      verdict(remove, 'not-verified'),
    );
    await stage.run(reading([ana]));
    const seen = stage.clock.now();
    await stage.run(reading([]));
    const past = await stage.read();
    expect(past.changed.removals).toBe(1);
    expect(past.unsettled.counts(toUnsettledKey(remove), 'removals')).toBe(false);
    expect(past.verified.get(altos)?.get(ana)).toBe(seen);
  });

  test('what is done under an allowance uses that up instead, for good', async () => {
    const stage = await createStage();
    const remove = change('remove', ana, { before: 'member' });
    await stage.run(
      { type: 'intent', step: [remove], marks: [{ allowances: { removals: 'class split' } }] },
      verdict(remove, 'verified'),
      {
        type: 'intent',
        step: [change('remove', budi)],
        marks: [{ allowances: { removals: 'class split' } }],
      },
      {
        type: 'answer',
        step: [change('remove', budi)],
        answer: { kind: 'rejected', code: 'other', text: '' },
      },
      verdict(change('remove', budi), 'failed'),
    );
    stage.clock.advance(90 * day);
    const past = await stage.read();
    expect(past.changed.removals).toBe(0);
    expect(past.allowUsed.get('class split')).toBe(1);
    expect(past.allowUsed.get('another split')).toBeUndefined();
  });
});

describe('after a limit', () => {
  test.each([
    ['rate-limited', hour],
    ['session-lost', hour / 4],
  ] as const)('%s: nothing is written for a while', async (code, wait) => {
    const stage = await createStage();
    await stage.run(add(ana), answer(add(ana), { kind: 'stop', code, text: '' }));
    expect((await stage.read()).notBefore).toBe(stage.clock.now() + wait);
    stage.clock.advance(wait);
    expect((await stage.read()).notBefore).toBeUndefined();
  });

  test('whatever told of it', async () => {
    const stage = await createStage();
    await stage.run({ type: 'stopped', stop: { kind: 'stop', code: 'rate-limited', text: '' } });
    expect((await stage.read()).notBefore).toBe(stage.clock.now() + hour);
  });

  test('an unreachable server may be written to at once when it is back', async () => {
    const stage = await createStage();
    await stage.run(add(ana), answer(add(ana), { kind: 'stop', code: 'unreachable', text: '' }));
    expect((await stage.read()).notBefore).toBeUndefined();
  });
});

describe('people', () => {
  test('who was there when last verified is known with the date, also after they left', async () => {
    const stage = await createStage();
    await stage.run(reading([ana, budi]));
    const seen = stage.clock.now();
    stage.clock.advance(40 * day);
    await stage.run(reading([ana]));
    const past = await stage.read();
    expect(past.verified.get(altos)?.get(ana)).toBe(stage.clock.now());
    expect(past.verified.get(altos)?.get(budi)).toBe(seen);
    expect(past.verified.get(altos)?.has(citra)).toBe(false);
    expect(past.verified.get(basses)?.has(ana) ?? false).toBe(false);
  });

  test('the same people again make a short line with a new date', async () => {
    const stage = await createStage();
    await stage.run(reading([ana, budi]), reading([budi, ana]));
    expect(stage.text()).toContain('"same"');
    expect((await stage.read()).verified.get(altos)?.get(ana)).toBe(stage.clock.now());
  });

  test('an incomplete reading proves nothing', async () => {
    const stage = await createStage();
    await stage.run(reading([ana], { isComplete: false }));
    expect((await stage.read()).verified.get(altos)?.has(ana) ?? false).toBe(false);
  });

  test('whom Rollcall took out has not left', async () => {
    const stage = await createStage();
    const remove = change('remove', ana, { before: 'member' });
    await stage.run(
      reading([ana]),
      { type: 'intent', step: [remove] },
      answer({ type: 'intent', step: [remove] }, accepted),
      verdict(remove, 'verified'),
      reading([]),
    );
    expect((await stage.read()).verified.get(altos)?.has(ana)).toBe(false);
  });

  test('nor has whom a crashed run took out', async () => {
    const stage = await createStage();
    await stage.run(reading([ana]), { type: 'intent', step: [change('remove', ana)] });
    await stage.run(reading([]));
    expect((await stage.read()).verified.get(altos)?.has(ana)).toBe(false);
  });

  test('who declined is known for 30 days, in that group', async () => {
    const stage = await createStage();
    await stage.run(add(ana), verdict(change('add', ana), 'declined'));
    const past = await stage.read();
    expect(past.declined.get(altos)?.get(ana)).toBe(stage.clock.now());
    expect(past.declined.get(basses)?.get(ana)).toBeUndefined();
    stage.clock.advance(30 * day);
    expect((await stage.read()).declined.get(altos)?.get(ana)).toBeUndefined();
  });

  test('who is not on WhatsApp is known for 30 days, unless they are found', async () => {
    const stage = await createStage();
    await stage.run(
      { type: 'found', phone: toPhone(ana), isRegistered: false },
      { type: 'found', phone: toPhone(budi), isRegistered: false },
    );
    await stage.run({ type: 'found', phone: toPhone(budi), isRegistered: true });
    const past = await stage.read();
    expect([past.unregistered.has(toPhone(ana)), past.unregistered.has(toPhone(budi))]).toEqual([
      true,
      false,
    ]);
    stage.clock.advance(30 * day);
    expect((await stage.read()).unregistered.has(toPhone(ana))).toBe(false);
  });

  test('LIDs come back as they were; an unclear answer is forgotten after a day', async () => {
    const stage = await createStage();
    const lid = '330631678702157' as Lid;
    await stage.run(
      { type: 'looked-up', person: ana, lookups: 2, lid: { kind: 'lid', lid } },
      { type: 'looked-up', person: budi, lookups: 2, lid: { kind: 'unknown' } },
      { type: 'looked-up', person: citra, lookups: 2, lid: { kind: 'none' } },
    );
    expect([...(await stage.read()).lids.values()]).toEqual([
      { kind: 'lid', lid },
      { kind: 'unknown' },
      { kind: 'none' },
    ]);
    stage.clock.advance(day);
    expect([...(await stage.read()).lids.keys()]).toEqual([ana, citra]);
    stage.clock.advance(180 * day);
    expect((await stage.read()).lids.size).toBe(0);
  });
});

const putBack: RunEvent = { type: 'intent', step: [change('add', ana)], marks: [{ readd: 'until May' }] };
const readded = async (...runs: readonly (readonly RunEvent[])[]) => {
  const stage = await createStage();
  for (const events of runs) await stage.run(...events);
  return (await stage.read()).readded.has('until May');
};

const inVain = (...seen: readonly (typeof ana)[]): readonly RunEvent[] => [
  add(ana),
  answer(add(ana), accepted),
  reading(seen),
  verdict(change('add', ana), 'not-verified'),
];

describe('adds without effect', () => {
  test('are tried again after 1, 3, 10 and 30 days, then not any more', async () => {
    const stage = await createStage();
    const rests: (number | undefined)[] = [];
    for (const _ of Array.from({ length: 6 })) {
      await stage.run(...inVain());
      const { at = 0, until = 0 } = (await stage.read()).tried.get(altos)?.get(ana) ?? {};
      rests.push((until - at) / day);
    }
    expect(rests).toEqual([1, 3, 10, 30, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect((await stage.read()).tried.get(altos)?.has(budi)).toBe(false);
    expect((await stage.read()).tried.get(basses)?.has(ana) ?? false).toBe(false);
  });

  test.each([
    ['is not proved', [add(ana), answer(add(ana), accepted), verdict(change('add', ana), 'not-verified')]],
    ['never had an answer', [add(ana), reading([]), verdict(change('add', ana), 'not-verified')]],
    [
      'was seen before the answer',
      [add(ana), reading([]), answer(add(ana), accepted), verdict(change('add', ana), 'not-verified')],
    ],
    [
      'was declined',
      [...inVain(), add(ana), answer(add(ana), accepted), verdict(change('add', ana), 'declined')],
    ],
    ['was made good by hand', [...inVain(), reading([ana])]],
  ] as const)('none where it %s', async (_, events) => {
    const stage = await createStage();
    await stage.run(...events);
    expect((await stage.read()).tried.get(altos)?.has(ana) ?? false).toBe(false);
  });
});

test('a number is known behind its handle once it was seen in a group, also after it has changed', async () => {
  const stage = await createStage();
  const handles = new Map([
    [ana, 'ana'],
    [budi, 'budi'],
  ]);
  const later = { ...stage.input, handles: new Map([[citra, 'ana']]) };
  for (const [input, event] of [
    [{ ...stage.input, handles }, reading([ana], { isComplete: false })],
    [{ ...stage.input, handles }, reading([ana])],
    [later, reading([citra])],
  ] as const) {
    const journal = await openJournal(input);
    await journal.record(event);
    await journal.close();
  }
  await (await stage.open({ compactAbove: 0, compactTo: 2 })).close();
  const { handles: known } = await stage.read();
  const isKnown = (handle: string, key: typeof ana) => known.has(toHandleKey(handle, key));
  expect([isKnown('ana', ana), isKnown('ana', citra), isKnown('budi', budi), isKnown('budi', ana)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(stage.text()).not.toMatch(/"ana"|budi/);
});

describe('putting back once', () => {
  test('counts when it is verified, and when it was accepted without effect', async () => {
    expect(await readded([putBack, answer(putBack, accepted), verdict(change('add', ana), 'verified')])).toBe(
      true,
    );
    expect(
      await readded([putBack, answer(putBack, accepted), verdict(change('add', ana), 'not-verified')]),
    ).toBe(true);
  });

  test('does not count when it was refused or never answered without effect', async () => {
    const refused = { kind: 'rejected', code: 'other', text: '' } as const;
    expect(await readded([putBack, answer(putBack, refused), verdict(change('add', ana), 'failed')])).toBe(
      false,
    );
    expect(await readded([putBack], [reading([])])).toBe(false);
  });

  test('counts when a crashed run did it', async () => {
    expect(await readded([putBack], [reading([ana])])).toBe(true);
  });
});

describe('approvals', () => {
  test('stay until they are ended or 60 days old', async () => {
    const stage = await createStage();
    await stage.run(
      { type: 'approved', group: altos, ids: ['aaaa', 'bbbb'] },
      { type: 'approval-ended', group: altos, ids: ['bbbb'] },
    );
    expect([...(await stage.read()).pending]).toEqual([['aaaa', altos]]);
    stage.clock.advance(60 * day);
    expect((await stage.read()).pending.size).toBe(0);
  });

  test('of groups that the files know no more are not told', async () => {
    const stage = await createStage();
    await stage.run({ type: 'approved', group: altos, ids: ['aaaa'] });
    expect((await readPast({ ...stage.input, groups: [basses] })).pending.size).toBe(0);
  });
});
