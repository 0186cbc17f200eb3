import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import { toHandleKey, toUnsettledKey } from '../../src/domain/past.ts';
import { appendEntries } from '../../src/journal/entries/append-entries.ts';
import { openJournal } from '../../src/journal/journal.ts';
import {
  accepted,
  add,
  altos,
  ana,
  answer,
  basses,
  budi,
  change,
  citra,
  createStage,
  day,
  reading,
  verdict,
} from './journal-stage.ts';

const leave = (group: typeof altos, key = ana) => change('remove', key, { group, before: 'admin' });

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

  test('people count once, in however many groups and runs; roles count one by one', async () => {
    const stage = await createStage();
    const done = leave(altos);
    await stage.run({ type: 'intent', step: [done] }, verdict(done, 'verified'));
    // The second run dies before its verdict.
    await stage.run({ type: 'intent', step: [leave(basses)] });
    await (await stage.open({ compactAbove: -1, compactTo: Number.POSITIVE_INFINITY })).close();
    const { changed, counted } = await stage.read();
    expect(changed).toEqual({ removals: 1, demotions: 2, promotions: 0, adds: 0 });
    expect([ana, budi].map((key) => counted.has('removals', key))).toEqual([true, false]);
    expect(counted.has('adds', ana)).toBe(false);
    await stage.run({ type: 'intent', step: [leave(altos, budi)] });
    expect((await stage.read()).changed.removals).toBe(2);
    stage.clock.advance(day);
    const later = await stage.read();
    expect([later.changed.removals, later.counted.has('removals', ana)]).toEqual([0, false]);
  });

  test('of a line from before people were counted nobody knows whose it is: each is somebody', async () => {
    const stage = await createStage();
    const at = new Date(stage.clock.now()).toISOString();
    const entry = { at, type: 'tally', limits: ['removals'], allowed: [], readds: [] } as const;
    stage.write(appendEntries(stage.text(), [entry, entry], stage.input.secret));
    expect((await stage.read()).changed.removals).toBe(2);
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
      await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
      const { at = 0, until = 0 } = (await stage.read()).tried.get(altos)?.get(`add ${ana}`) ?? {};
      rests.push((until - at) / day);
    }
    expect(rests).toEqual([1, 3, 10, 30, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect((await stage.read()).tried.get(altos)?.has(`add ${budi}`)).toBe(false);
    expect((await stage.read()).tried.get(basses)?.has(`add ${ana}`) ?? false).toBe(false);
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
    expect((await stage.read()).tried.get(altos)?.has(`add ${ana}`) ?? false).toBe(false);
  });
});

const refused = (code: 'other' | 'invalid' | 'permission' | 'conflict' | 'unregistered') =>
  ({ kind: 'rejected', code, text: '' }) as const;

describe('changes of one person that are refused', () => {
  const actions = ['add', 'promote', 'demote', 'remove'] as const;

  test.each(actions)(
    '%s: rests grow when it was sent alone, and end; also from a compacted journal',
    async (action) => {
      const stage = await createStage();
      const step = change(action, ana);
      const intent: RunEvent = { type: 'intent', step: [step] };
      const rests: number[] = [];
      for (const _ of Array.from({ length: 5 })) {
        await stage.run(intent, answer(intent, refused('other')), verdict(step, 'failed'));
        await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
        const tried = (await stage.read()).tried.get(altos)?.get(`${action} ${ana}`);
        expect(tried?.isRefused).toBe(true);
        rests.push(((tried?.until ?? 0) - (tried?.at ?? 0)) / day);
      }
      expect(rests).toEqual([1, 3, 10, 30, 30]);
      const others = actions.filter((other) => other !== action);
      const { tried } = await stage.read();
      expect(others.map((other) => tried.get(altos)?.has(`${other} ${ana}`))).toEqual([false, false, false]);
      await stage.run(intent, answer(intent, accepted), verdict(step, 'verified'));
      expect((await stage.read()).tried.get(altos)?.has(`${action} ${ana}`)).toBe(false);
    },
  );

  test.each([
    ['with others', [add(ana, budi), answer(add(ana, budi), refused('other'))]],
    ['for want of permission', [add(ana), answer(add(ana), refused('permission'))]],
    ['since somebody else changed it', [add(ana), answer(add(ana), refused('conflict'))]],
    [
      'for not being on WhatsApp, which has its own rests',
      [add(ana), answer(add(ana), refused('unregistered'))],
    ],
    ['by no clear answer', [add(ana), answer(add(ana), { kind: 'unknown', text: '' })]],
  ] as const)('none where it was refused %s', async (_, events) => {
    const stage = await createStage();
    await stage.run(...events, verdict(change('add', ana), 'failed'));
    expect((await stage.read()).tried.get(altos)?.has(`add ${ana}`) ?? false).toBe(false);
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
