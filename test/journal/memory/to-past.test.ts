import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import type { Lid } from '../../../src/domain/people/person.ts';
import { readPast } from '../../../src/journal/journal.ts';
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
  hour,
  reading,
  toPhone,
  topic,
  verdict,
} from '../journal-stage.ts';

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

  test('who declined is known for 90 days, in that group', async () => {
    const stage = await createStage();
    await stage.run(add(ana), verdict(change('add', ana), 'declined'));
    const past = await stage.read();
    expect(past.declined.get(altos)?.get(ana)).toBe(stage.clock.now());
    expect(past.declined.get(basses)?.get(ana)).toBeUndefined();
    stage.clock.advance(90 * day);
    expect((await stage.read()).declined.get(altos)?.get(ana)).toBeUndefined();
  });

  test('who is not on WhatsApp is asked about again after 1, 3, 10 and 30 days, also from a compacted journal', async () => {
    const stage = await createStage();
    const rests: number[] = [];
    for (const _ of Array.from({ length: 6 })) {
      await stage.run({ type: 'found', phone: toPhone(ana), isRegistered: false });
      await (await stage.open({ compactAbove: 0, compactTo: 9 })).close();
      const { at = 0, until = 0 } = (await stage.read()).unregistered.get(toPhone(ana)) ?? {};
      rests.push((until - at) / day);
      stage.clock.advance(until - at);
    }
    expect(rests).toEqual([1, 3, 10, 30, 30, 30]);
    stage.clock.advance(90 * day);
    expect((await stage.read()).unregistered.has(toPhone(ana))).toBe(false);
    await stage.run({ type: 'found', phone: toPhone(ana), isRegistered: false });
    const { at = 0, until = 0 } = (await stage.read()).unregistered.get(toPhone(ana)) ?? {};
    expect((until - at) / day).toBe(1);
  });

  test('who is found is on WhatsApp', async () => {
    const stage = await createStage();
    await stage.run({ type: 'found', phone: toPhone(budi), isRegistered: false });
    await stage.run({ type: 'found', phone: toPhone(budi), isRegistered: true });
    expect((await stage.read()).unregistered.has(toPhone(budi))).toBe(false);
  });

  test('LIDs come back as they were; an unclear answer and a first "none" are asked again after a day', async () => {
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
    expect([...(await stage.read()).lids]).toEqual([[ana, { kind: 'lid', lid, isOld: true }]]);
    stage.clock.advance(180 * day);
    expect((await stage.read()).lids.size).toBe(0);
  });

  test('whoever has no LID time and again is asked about after 1, 3, 10 and 30 days', async () => {
    const stage = await createStage();
    for (const days of [1, 3, 10, 30, 30]) {
      await stage.run({ type: 'looked-up', person: ana, lookups: 4, lid: { kind: 'none' } });
      stage.clock.advance((days - 0.5) * day);
      expect((await stage.read()).lids.has(ana)).toBe(true);
      stage.clock.advance(0.6 * day);
      expect((await stage.read()).lids.has(ana)).toBe(false);
    }
    await stage.run({ type: 'looked-up', person: ana, lookups: 2, lid: { kind: 'unknown' } });
    stage.clock.advance(day);
    await stage.run({ type: 'looked-up', person: ana, lookups: 4, lid: { kind: 'none' } });
    stage.clock.advance(2 * day);
    expect((await stage.read()).lids.has(ana)).toBe(false);
  });
});

const putBack: RunEvent = { type: 'intent', step: [change('add', ana)], marks: [{ readd: 'until May' }] };
const readded = async (...runs: readonly (readonly RunEvent[])[]) => {
  const stage = await createStage();
  for (const events of runs) await stage.run(...events);
  return (await stage.read()).readded.has('until May');
};

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
      { type: 'approved', group: altos, ids: ['aaaa', 'bbbb'], plan: 'pppp', what: 'add' },
      { type: 'approval-ended', group: altos, ids: ['bbbb'] },
    );
    const { pending } = await stage.read();
    expect([...pending.keys()]).toEqual(['aaaa']);
    expect(pending.get('aaaa')).toMatchObject({ group: altos, plan: 'pppp', what: 'add' });
    stage.clock.advance(60 * day);
    expect((await stage.read()).pending.size).toBe(0);
  });

  test('of what a date brings: until its day and 60 days more, however far it is', async () => {
    const stage = await createStage();
    const on = new Date(stage.clock.now() + 400 * day).toISOString().slice(0, 10);
    await stage.run({ type: 'approved', group: altos, ids: ['aaaa'], on, what: 'remove' });
    stage.clock.advance(459 * day);
    expect((await stage.read()).pending.get('aaaa')).toMatchObject({ group: altos, on });
    stage.clock.advance(2 * day);
    expect((await stage.read()).pending.size).toBe(0);
  });

  test('of groups that the files know no more have no group, and can be ended', async () => {
    const stage = await createStage();
    await stage.run({ type: 'approved', group: altos, ids: ['aaaa'] });
    const { pending } = await readPast({ ...stage.input, groups: [basses] });
    expect(pending.get('aaaa')?.group).toBeUndefined();
    await stage.run({ type: 'approval-ended', ids: ['aaaa'] });
    expect((await stage.read()).pending.size).toBe(0);
  });
});
