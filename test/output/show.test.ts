import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { show, showUnexpected, toJson, viewWork, writeDocument } from '../../src/output/show.ts';
import { toPlanName } from '../../src/planning/approval.ts';
import { parsePlanFile, PlanFileError } from '../../src/render/json/plan-file.ts';
import type { SinceBase } from '../../src/domain/origin.ts';
import { noLimits, singer } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';
import { findDrift, options } from './viewed.ts';

const { io } = createTestIo({});

describe('a view of a plan', () => {
  const work = findDrift({}, { limits: noLimits });
  const [group] = work.plan.groups;
  const ids = group?.changes.map(work.toId) ?? [];

  test('approves all that it shows, under the key that made it', () => {
    const file = parsePlanFile(toJson(viewWork(work, work, options), io));
    expect(ids.length).toBe(3);
    expect(file.approved.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(viewWork(work, work, options).planName).toBe(toPlanName(ids));
  });

  test('approves nothing that a limit refuses', () => {
    const refusing = findDrift({}, { limits: { ...noLimits, removals: { ...noLimits.removals, run: 0 } } });
    const { groups, approves } = viewWork(refusing, refusing, options);
    const shown = groups.flatMap(({ changes }) => changes);
    expect(shown.filter(({ refused }) => refused).map(({ action }) => action)).toEqual(['remove']);
    expect(approves?.ids.length).toBe(2);
    expect(approves?.ids).not.toContain(shown.find(({ refused }) => refused)?.id);
  });

  test('has no number unless somebody asks for it on a terminal', () => {
    const [masked, shown] = [false, true].map((showPhones) =>
      viewWork(work, { ...work, showPhones }, options),
    );
    expect(JSON.stringify(masked)).not.toContain('7700900009');
    expect(JSON.stringify(shown).replaceAll(/\D/g, '')).toContain('447700900009');
  });

  test('says what is special about a run', () => {
    expect(viewWork({ ...work, isSandbox: true }, work, { ...options, isDemo: true })).toMatchObject({
      sandbox: true,
      isDemo: true,
    });
    expect(viewWork(work, work, options)).not.toHaveProperty('isDemo');
  });
});

describe('what is shown', () => {
  const work = findDrift();

  /** Both streams, with numbers shown and the net under them. */
  async function print(showPhones: boolean, json = false): Promise<string> {
    const { io: own, written } = createTestIo({});
    const view = viewWork(work, { plan: work.plan, showPhones }, options);
    await show({ view, language: 'en', again: 'rollcall apply plan.json' }, { ...options, json }, own);
    expect(written.err).toBe('');
    return written.out;
  }

  test('goes through the net, but where numbers are to be seen', async () => {
    expect(await print(false)).not.toMatch(/7700 ?900009/);
    expect(await print(true)).toMatch(/7700 ?900009/);
  });

  test('names the command that goes on, as text and as JSON', async () => {
    expect(await print(false)).toContain('rollcall apply plan.json');
    expect(JSON.parse(await print(false, true))).toMatchObject({
      kind: 'plan',
      generatedAt: '2026-06-01T12:00:00.000Z',
    });
  });

  test('is written to a file as the same document', () => {
    const [path, view] = [join(makeFolder(), 'plan.json'), viewWork(work, work, options)];
    writeDocument(view, path, io);
    expect(readFileSync(path, 'utf8')).toBe(toJson(view, io));
  });
});

describe('quietly', () => {
  const work = findDrift({}, { limits: noLimits });
  const since: SinceBase = {
    base: 'main',
    origins: new Map(),
    stopped: [],
    arrived: [],
    relaxed: [],
    loosened: [],
    unread: [],
    numbers: [],
    known: new Set(),
  };

  async function print(more: Partial<SinceBase>) {
    const { io: own, written } = createTestIo({});
    const view = viewWork(work, { ...work, since: { ...since, ...more } }, options);
    await show({ view, language: 'en' }, { ...options, quiet: true }, own);
    return written.out.trim().split('\n');
  }

  test('changes alone are one line', async () => expect(await print({})).toHaveLength(1));

  test.each<[string, Partial<SinceBase>]>([
    ['a loosened rule', { loosened: [{ kind: 'limit', rule: 'adds.run', before: 9, after: 99 }] }],
    ['a group that is managed no more', { stopped: [{ file: 'b.yaml', how: 'deleted' }] }],
    ['somebody new', { newPeople: { arrived: [{ ...singer(8), handle: 'eko' }], renamed: [], alike: [] } }],
    ['another folder’s defaults', { defaults: [{ file: '_defaults.yaml', how: 'changed', groups: 3 }] }],
  ])('%s is told', async (_, more) => expect((await print(more)).length).toBeGreaterThan(3));
});

describe('a plan that is not the one that was expected', () => {
  const work = findDrift();
  const expected = 'a'.repeat(32);

  async function print(flags: { readonly json?: boolean; readonly quiet?: boolean }) {
    const { io: own, written } = createTestIo({});
    const code = await showUnexpected({ ...options, ...flags, expect: expected }, work, own);
    return { code, ...written };
  }

  test('is refused, and named by its own fingerprint', async () => {
    const { code, err, out } = await print({});
    expect(code).toBe(exitCodes.refused);
    expect(err).toContain(`its fingerprint is ${work.fingerprint}. Nothing was written.`);
    expect(out).toBe('');
  });

  test('is shown where it was not yet', async () =>
    expect((await print({ quiet: true })).out).toContain('Altos 2026'));

  test('is a document that approves nothing', async () => {
    const { out } = await print({ json: true });
    expect(JSON.parse(out)).toMatchObject({ fingerprint: work.fingerprint, expected: expected });
    expect(() => parsePlanFile(out)).toThrow(PlanFileError);
  });
});
