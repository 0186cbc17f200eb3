import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Base } from '../../src/files/open-base.ts';
import { compareWithBase, withStricterPolicy } from '../../src/session/compare-with-base.ts';
import { createIds } from '../../src/planning/approval.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import {
  account,
  altos,
  desiredGroup,
  limits,
  listed,
  liveGroup,
  living,
  organisation,
  planInput,
  say,
  singer,
} from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';

const own = { name: 'main', phone: account.phone };

/** The files of today: singers 2 and 3 are listed. */
const desired = desiredGroup({ people: [listed(account, { role: 'admin' }), listed(2), listed(3)] });
const input = planInput([[desired, liveGroup({ people: [living(9)] })]]);
const head = {
  organisation: input.organisation,
  whole: input.organisation,
  input,
  plan: planGroups(input),
  toId: createIds({ secret: Buffer.alloc(32, 7), account: account.phone }),
};

function toBase(groups: Parameters<typeof organisation>[0], more: Partial<Base> = {}): Base {
  return { ref: 'main', organisation: organisation(groups), unread: [], ...more };
}

describe('the policy that counts', () => {
  const loose = { ...limits, removals: { percent: 100, floor: 500, run: 500 } };
  const files = { organisation: organisation([], { limits: loose, language: 'id' }), account: own };
  const both = { ...files, whole: files.organisation };
  const strict = organisation([], { protected: new Set([singer(2).key]) });

  test('is the stricter of both commits, and tells in the language of the other', () => {
    const { policy } = withStricterPolicy(both, {
      ref: 'main',
      organisation: strict,
      unread: [],
    }).organisation;
    expect(policy.limits.removals).toEqual(limits.removals);
    expect([...policy.protected]).toEqual([singer(2).key]);
    expect(policy.language).toBe('en');
  });

  test.each<[string, Partial<Base>]>([
    ['the other commit has none', { organisation: undefined as never }],
    ['its policy cannot be read', { unread: [{ file: '_policy.yaml', what: 'policy' }] }],
  ])('tells in the language of the files where %s', (_, more) => {
    const base = { ref: 'main', organisation: strict, unread: [], ...more } as Base;
    expect(withStricterPolicy(both, base).organisation.policy.language).toBe('id');
  });
});

describe('a plan beside that of another commit', () => {
  test('says whose change is whose', async () => {
    const before = desiredGroup({ people: [listed(account, { role: 'admin' }), listed(2)] });
    const { plan, since } = await compareWithBase(toBase([before]), head, {
      groups: makeFolder(),
      target: [],
    });
    const changes = plan.groups.flatMap((group) => group.changes.map(say));
    expect(changes).toEqual(['add 2', 'add 3', 'remove 9']);
    expect([...since.origins.values()].toSorted()).toEqual(['phone', 'phone', 'pull-request']);
    expect(since.base).toBe('main');
  });

  test('where that has no files, all of it is the pull request’s', async () => {
    const { since } = await compareWithBase({ ref: 'main', unread: [] }, head, {
      groups: makeFolder(),
      target: [],
    });
    expect(new Set(since.origins.values())).toEqual(new Set(['pull-request']));
  });

  test('an id that was edited is refused', async () => {
    const before = desiredGroup({ id: '120363000000000009@g.us' as typeof altos });
    const { plan } = await compareWithBase(toBase([before]), head, { groups: makeFolder(), target: [] });
    expect(plan.groups[0]?.refusals).toMatchObject([{ limit: 'id-edited' }]);
  });

  test.each([
    ['deleted', {}],
    ['deleted', { 'old/basses.yaml': '' }],
    ['ignored', { '_basses.yaml': '' }],
    ['ignored', { '_old/basses.yaml': '' }],
  ])('a group that nobody manages any more is told as %s, with %o in the folder', async (how, files) => {
    const basses = desiredGroup({ file: 'basses.yaml', id: '120363000000000002@g.us' as typeof altos });
    const { since } = await compareWithBase(toBase([desired, basses]), head, {
      groups: makeFolder(files),
      target: [],
    });
    expect(since.stopped).toMatchObject([{ file: 'basses.yaml', how }]);
  });

  test('a link to a folder is not followed, round in a circle or elsewhere', async () => {
    const groups = makeFolder();
    symlinkSync(makeFolder({ '_basses.yaml': '' }), join(groups, 'there'));
    symlinkSync(groups, join(groups, 'round'));
    const basses = desiredGroup({ file: 'basses.yaml', id: '120363000000000002@g.us' as typeof altos });
    const { since } = await compareWithBase(toBase([desired, basses]), head, { groups, target: [] });
    expect(since.stopped).toMatchObject([{ how: 'deleted' }]);
  });
});
