import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/domain/event.ts';
import type { MakeAnswer } from '../../src/domain/gateway.ts';
import type { GroupId } from '../../src/domain/group.ts';
import type { CreationObstacle } from '../../src/domain/plan/creation.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';
import { StorageError } from '../../src/disk/storage-error.ts';
import { createUnpaced } from '../../src/apply/pace.ts';
import type { MakeContext } from '../../src/apply/make-groups.ts';
import { makeGroups } from '../../src/apply/make-groups.ts';
import { account, desiredGroup, liveGroup, living, noon, personChange, planInput } from '../support/choir.ts';
import { creationOf } from '../support/creation.ts';

const made = '120363000000000077@g.us' as GroupId;
const file = desiredGroup({ file: 'club.yaml', settings: { name: 'Club' } });
const due = creationOf(file, { firsts: [personChange('add', 2)] });

const readOld: MakeContext['readOwn'] = async (id) => ({ live: liveGroup({ id }), createdAt: 0 });

const refuse = () =>
  Promise.reject(new StorageError('journal.jsonl', Object.assign(new Error('full'), { code: 'ENOSPC' })));

/** Makes these groups with a server that answers so; what happened, in its order. */
async function make(
  plan: Partial<Plan>,
  answer: MakeAnswer = { kind: 'accepted', group: made },
  more: Partial<MakeContext> = {},
  input: Partial<PlanInput> = {},
) {
  const log: string[] = [];
  const context = {
    reader: { isRegistered: async () => true },
    readingEnded: () => undefined,
    pacer: createUnpaced(),
    record: async ({ type }: RunEvent) => void log.push(type),
    lookups: 0,
    clock: { now: () => noon, sleep: async () => undefined },
    signal: new AbortController().signal,
    maker: {
      make: async () => {
        log.push('POST');
        return answer;
      },
    },
    listOwn: async () => ({ groups: [], list: 'whole' }),
    readOwn: async (group: GroupId) => ({ live: liveGroup({ id: group }), createdAt: noon }),
    fileId: async () => {
      log.push('file');
      return { kind: 'filed' };
    },
    choose: async () => undefined,
    creates: 1,
    ...more,
  } as unknown as MakeContext;
  const whole = { account: 'main', groups: [], toCreate: [due], elsewhere: 0, refusals: [], ...plan };
  const { creations } = await makeGroups(whole, { ...planInput([]), ...input }, account.phone, context);
  return { log, fates: creations.map(({ creation, ...fate }) => (creation ? fate : undefined)) };
}

describe('a group that is made', () => {
  it('is written down before it is asked for, and its id before it goes into the file', async () => {
    const { log, fates } = await make({});
    expect(log).toEqual(['asked-for', 'POST', 'created', 'file']);
    expect(fates).toMatchObject([{ result: 'made', group: made, filed: { kind: 'filed' } }]);
  });

  it('is not asked for where that cannot be written down', async () => {
    const { log, fates } = await make({}, undefined, { record: refuse });
    expect([log, fates]).toEqual([[], [{ result: 'skipped', cause: 'stopped' }]]);
  });

  it.each<[string, MakeAnswer, string[], object]>([
    [
      'refused',
      { kind: 'rejected', code: 'invalid', text: '406' },
      ['not-made'],
      { result: 'failed', text: '406' },
    ],
    ['unclear', { kind: 'unknown', text: '504' }, [], { result: 'unknown', text: '504' }],
    [
      'a stop',
      { kind: 'stop', code: 'rate-limited', text: '429' },
      ['stopped'],
      { result: 'skipped', cause: 'stopped' },
    ],
  ])('is not there where the answer is %s', async (_, answer, rest, fate) => {
    const { log, fates } = await make({}, answer);
    expect([log, fates]).toEqual([['asked-for', 'POST', ...rest], [fate]]);
  });

  it.each<[string, Partial<PlanInput>, Partial<MakeContext>]>([
    ['is not the account’s, or in a file, or cannot be read', {}, { readOwn: async () => undefined }],
    ['was there before', { own: { groups: [{ live: liveGroup({ id: made }) }], list: 'whole' } }, {}],
    ['is older, where nobody could see all that was there', {}, { readOwn: readOld }],
    ['is older than a list that ends', { own: { groups: [], list: 'full' } }, { readOwn: readOld }],
  ])('is not the one that the answer names where that %s', async (_, input, more) => {
    const { log, fates } = await make({}, undefined, more, input);
    expect([log, fates]).toMatchObject([['asked-for', 'POST'], [{ result: 'unknown' }]]);
  });

  it('is the one that the answer names, whatever its clock says, where it was not there before', async () => {
    const { fates } = await make({}, undefined, { readOwn: readOld }, { own: { groups: [], list: 'whole' } });
    expect(fates).toMatchObject([{ result: 'made', group: made }]);
  });

  it('is not the one of another file that the same answer named', async () => {
    const other = creationOf({ ...file, file: 'other.yaml' }, { firsts: due.firsts });
    const { fates } = await make({ toCreate: [due, other] }, undefined, { creates: 2 });
    expect(fates).toMatchObject([{ result: 'made' }, { result: 'unknown' }]);
  });

  it('is found where the answer was unclear, unless it is another one of this run', async () => {
    const live = liveGroup({
      id: made,
      people: [living(2)],
      settings: { ...liveGroup().settings, name: 'Club' },
    });
    const desired = { ...file, people: new Map([[personChange('add', 2).person.key, {} as never]]) };
    const own = creationOf(desired, { firsts: due.firsts });
    const listOwn: MakeContext['listOwn'] = async () => ({
      groups: [{ live, createdAt: noon }],
      list: 'whole',
    });
    const unclear = { kind: 'unknown', text: '504' } as const;
    expect((await make({ toCreate: [own] }, unclear, { listOwn })).fates).toMatchObject([{ result: 'made' }]);
    const taken = creationOf({ ...file, file: 'other.yaml' }, { found: made });
    const { fates } = await make({ toCreate: [taken, own] }, unclear, { listOwn });
    expect(fates).toMatchObject([{ result: 'taken' }, { result: 'unknown' }]);
  });
});

describe('nothing is asked for', () => {
  it.each<[string, Partial<Plan>, object, Partial<MakeContext>]>([
    ['of what is there', { toCreate: [{ ...due, found: made }] }, { result: 'taken', group: made }, {}],
    ['beyond the day', {}, { result: 'skipped', cause: 'pace' }, { creates: 0 }],
    [
      'against a limit',
      { refusals: [{ limit: 'creates', scope: 'run', count: 2, allowed: 1 }] },
      { result: 'skipped', cause: 'limit' },
      {},
    ],
    [
      'after an interruption',
      {},
      { result: 'skipped', cause: 'interrupted' },
      { signal: AbortSignal.abort() },
    ],
    ['with nobody to come along', { toCreate: [{ ...due, firsts: [] }] }, { result: 'nobody' }, {}],
  ])('%s', async (_, plan, fate, more) => {
    const { log, fates } = await make(plan, undefined, more);
    expect(log).not.toContain('POST');
    expect(fates).toMatchObject([fate]);
  });

  it.each<[CreationObstacle, string]>([
    ['same-name', 'obstacle'],
    ['several', 'obstacle'],
    ['not-approved', 'not-approved'],
  ])('where something stands in the way: %s', async (obstacle, cause) => {
    const { log, fates } = await make({ toCreate: [{ ...due, obstacle }] });
    expect([log, fates]).toEqual([[], [{ result: 'skipped', cause }]]);
  });

  it('of several, where somebody says which it is', async () => {
    const toCreate = [{ ...due, obstacle: 'several' as const, others: [made] }];
    const { fates } = await make({ toCreate }, undefined, { choose: async () => made });
    expect(fates).toMatchObject([{ result: 'taken', group: made }]);
  });
});
