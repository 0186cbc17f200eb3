import { describe, expect, test } from 'vitest';
import { toIdentity } from '../../../src/domain/plan/change-identity.ts';
import type { Change } from '../../../src/domain/plan/change.ts';
import type { DesiredGroup, GroupId } from '../../../src/domain/group.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import {
  findNewNumbers,
  findOrigins,
  findRelaxed,
  findStopped,
  findUnreadPhotos,
  toComparable,
} from '../../../src/planning/base/find-origins.ts';
import { altos, byKey, listed, organisation, phone, singer, span } from '../../support/choir.ts';
import { toPersonKey } from '../../../src/domain/people/person-key.ts';

const basses = '120363000000000002@g.us' as GroupId;
const tenors = '120363000000000003@g.us' as GroupId;

function leave(n: number, why: Change['why'] = { kind: 'unlisted' }): Change {
  return { group: altos, action: 'remove', person: singer(n), before: 'member', why };
}

/** A plan of one group with these changes. */
function planOf(...changes: Change[]): Plan {
  const desired = toGroup('altos.yaml', altos) as DesiredGroup & { id: GroupId };
  const reading = { kind: 'unreadable', reason: 'failed', text: '' } as const;
  const group = { desired, reading, changes, leftAlone: [], refusals: [], scheduled: [], notices: [] };
  return { account: 'main', groups: [group], toCreate: [], elsewhere: 0, refusals: [] };
}

function toGroup(file: string, id?: GroupId, people: DesiredGroup['people'] = new Map()): DesiredGroup {
  return {
    file,
    span,
    ...(id && { id }),
    account: 'main',
    settings: { name: file.replace('.yaml', '') },
    settingSpans: {},
    manage: { members: 'exact', admins: 'exact', settings: 'exact' },
    newMembers: 'add',
    lists: { members: true, admins: true },
    people,
    knownLids: new Set(),
  };
}

function find(head: Change, base: Change[], pending = false) {
  return findOrigins(planOf(head), planOf(...base), () => pending).get(toIdentity(head));
}

function rename(after: string): Change {
  const why = { kind: 'differs' } as const;
  return { group: altos, action: 'set', setting: 'name', before: 'Altoz', after, why };
}

function spell(digits: string): Person {
  return { phone: phone(digits), key: toPersonKey(phone(digits)), handle: 'caio' };
}

describe('whose change it is', () => {
  test('not due with the files of the base: this pull request', () => {
    expect(find(leave(2), [])).toBe('pull-request');
    expect(find(leave(2), [leave(3)], true)).toBe('pull-request');
  });

  test('due with both: changed on the phone, unless somebody approved it before', () => {
    expect(find(leave(2), [leave(2)])).toBe('phone');
    expect(find(leave(2), [leave(2)], true)).toBe('earlier-merge');
  });

  test('due with both by a date: that has passed', () => {
    const ended = leave(2, { kind: 'ended', until: '2026-06-14', via: ['ana'] });
    expect(find(ended, [ended])).toBe('date');
    expect(find(leave(2), [ended])).toBe('pull-request');
    expect(find(leave(2, { kind: 'ended', until: '2026-06-13', via: ['ana'] }), [ended])).toBe(
      'pull-request',
    );
  });

  test('stopped by a limit at the base, and not any more: this pull request lets it through', () => {
    const stop = { limit: 'removals', count: 22, allowed: 5 } as const;
    const [stopped, passing] = [planOf(leave(2)), planOf(leave(2))];
    const inGroup = {
      ...stopped,
      groups: stopped.groups.map((group) => ({ ...group, refusals: [{ ...stop, scope: 'group' as const }] })),
    };
    const inRun = { ...stopped, refusals: [{ ...stop, scope: 'run' as const }] };
    const identity = toIdentity(leave(2));
    for (const base of [inGroup, inRun]) {
      expect(findOrigins(passing, base, () => false).get(identity)).toBe('pull-request');
      expect(findOrigins(base, base, () => false).get(identity)).toBe('phone');
    }
  });

  test('a date in the past that the pull request brings is its own', () => {
    expect(find(leave(2, { kind: 'ended', until: '2026-06-14', via: ['ana'] }), [])).toBe('pull-request');
  });

  test('another value is another change', () => {
    expect(find(rename('Altos'), [rename('The altos')])).toBe('pull-request');
    expect(find(rename('Altos'), [rename('Altos')])).toBe('phone');
  });
});

describe('what a pull request stops managing', () => {
  const base = organisation([toGroup('altos.yaml', altos), toGroup('basses.yaml', basses)]);

  test('a deleted file, and one whose name starts with _ now', () => {
    const head = organisation([toGroup('basses.yaml', basses)]);
    expect(findStopped(head, base, () => false, new Set())).toEqual([
      { file: 'altos.yaml', name: 'altos', how: 'deleted' },
    ]);
    expect(findStopped(head, base, () => true, new Set())).toEqual([
      { file: 'altos.yaml', name: 'altos', how: 'ignored' },
    ]);
  });

  test('a file that moved stops nothing', () => {
    const head = organisation([toGroup('choir/altos.yaml', altos), toGroup('basses.yaml', basses)]);
    expect(findStopped(head, base, () => false, new Set())).toEqual([]);
  });

  test('an edited id is said', () => {
    const head = organisation([toGroup('altos.yaml', tenors), toGroup('basses.yaml', basses)]);
    expect(findStopped(head, base, () => false, new Set(['altos.yaml']))).toEqual([
      { file: 'altos.yaml', name: 'altos', how: 'id-edited' },
    ]);
  });
});

describe('what is looked after less', () => {
  const whole: DesiredGroup = {
    ...toGroup('altos.yaml', altos),
    settings: { name: 'Altos', topic: '', locked: true },
    photo: { kind: 'none' },
  };
  const find = (group: DesiredGroup, old = whole) =>
    findRelaxed(organisation([group]), organisation([old]), []);

  test('keys that are taken out; what comes in is nothing to say', () => {
    const { photo: _, ...rest } = whole;
    const group = { ...rest, settings: { announce: true }, lists: { members: false, admins: true } };
    expect(find(group)).toEqual([
      { file: 'altos.yaml', name: 'Altos', keys: ['name', 'topic', 'locked', 'photo', 'members'], modes: [] },
    ]);
    expect(find(whole, group)).toMatchObject([{ keys: ['announce'] }]);
    expect(find(whole)).toEqual([]);
  });

  test.each([
    ['exact', 'additive', ['members', 'admins']],
    ['exact', 'observe', ['settings', 'members', 'admins']],
    ['additive', 'observe', ['settings', 'members', 'admins']],
    ['additive', 'exact', []],
    ['observe', 'additive', []],
    ['exact', 'exact', []],
  ] as const)('a mode that goes from %s to %s', (before, after, parts) => {
    const of = (mode: typeof before | typeof after) => ({ members: mode, admins: mode, settings: mode });
    const found = find({ ...whole, manage: of(after) }, { ...whole, manage: of(before) });
    expect(found.flatMap(({ modes }) => modes)).toEqual(parts.map((part) => ({ part, before, after })));
  });

  test('a mode of what does not stand in the file says nothing', () => {
    const manage = { members: 'observe', admins: 'observe', settings: 'observe' } as const;
    const bare = { ...toGroup('altos.yaml', altos), settings: {}, lists: { members: true, admins: false } };
    expect(find({ ...bare, manage }, bare)).toMatchObject([{ modes: [{ part: 'members' }] }]);
  });

  test('modes are not compared where the policy that they come from is not known', () => {
    const head = organisation([
      { ...whole, manage: { members: 'observe', admins: 'exact', settings: 'exact' }, settings: {} },
    ]);
    const unread = [{ file: '_policy.yaml', what: 'policy' }] as const;
    expect(findRelaxed(head, organisation([whole]), unread)).toMatchObject([
      { keys: ['name', 'topic', 'locked'], modes: [] },
    ]);
  });

  test('another group, and one that did not exist yet, lose nothing', () => {
    expect(find({ ...whole, id: basses, settings: {} })).toEqual([]);
    const { id: _, ...fresh } = whole;
    expect(find({ ...whole, settings: {} }, fresh)).toEqual([]);
  });
});

describe('what can be compared with a base that has mistakes', () => {
  const base = organisation([
    toGroup('altos.yaml', altos, byKey([listed(2)])),
    toGroup('basses.yaml', basses, byKey([listed(3)])),
  ]);
  const files = (unread: Parameters<typeof toComparable>[1]) =>
    toComparable(base, unread, 'other').groups.map(({ file, people, lists, account }) => ({
      file,
      account,
      people: people.size,
      lists,
    }));
  const both = { members: true, admins: true };
  const neither = { members: false, admins: false };

  test('without mistakes all of it, for the account that asks', () => {
    expect(files([])).toEqual([
      { file: 'altos.yaml', account: 'other', people: 1, lists: both },
      { file: 'basses.yaml', account: 'other', people: 1, lists: both },
    ]);
  });

  test.each(['group', 'id'] as const)('without a file of which the %s cannot be told', (what) => {
    expect(files([{ file: 'altos.yaml', what }]).map(({ file }) => file)).toEqual(['basses.yaml']);
  });

  test.each(['people', 'protected'] as const)('without the lists where %s are not known', (what) => {
    expect(files([{ file: '_people.yaml', what }]).map(({ people, lists }) => ({ people, lists }))).toEqual([
      { people: 0, lists: neither },
      { people: 0, lists: neither },
    ]);
  });

  test('nothing without a policy', () => {
    expect(files([{ file: '_policy.yaml', what: 'policy' }])).toEqual([]);
  });

  test('a photo that is no picture there is worth a word where there is another one', () => {
    const photo = { kind: 'file', path: 'altos.jpg' } as const;
    const withPhoto = organisation([
      { ...toGroup('old/altos.yaml', altos), photo },
      { ...toGroup('basses.yaml', basses), photo },
    ]);
    const change: Change = {
      group: altos,
      action: 'set',
      setting: 'photo',
      before: { kind: 'none' },
      after: photo,
      why: { kind: 'differs' },
    };
    expect(findUnreadPhotos(planOf(change), withPhoto)).toEqual([{ file: 'old/altos.yaml', what: 'photo' }]);
    expect(findUnreadPhotos(planOf(rename('Altos')), withPhoto)).toEqual([]);
  });
});

describe('another number behind a handle', () => {
  const ana = { ...singer(2), handle: 'ana' };
  const other = { ...singer(3), handle: 'ana' };
  const groups = [
    toGroup('altos.yaml', altos, byKey([listed(other, { role: 'admin' })])),
    toGroup('basses.yaml', basses, byKey([listed(other)])),
  ];

  test('is one line, with what that person would be', () => {
    expect(findNewNumbers(organisation(groups, {}, [other]), organisation([], {}, [ana]))).toEqual([
      { person: other, before: ana.phone, groups: 2, adminIn: 1 },
    ]);
  });

  test('another spelling of the same number is the same person', () => {
    const [long, short] = [spell('5520987654321'), spell('552087654321')];
    expect(findNewNumbers(organisation([], {}, [long]), organisation([], {}, [short]))).toEqual([]);
  });

  test('a number without a handle, and a new handle, are nobody else', () => {
    const { handle: _, ...nameless } = other;
    expect(findNewNumbers(organisation([], {}, [nameless]), organisation([], {}, [singer(4)]))).toEqual([]);
    expect(findNewNumbers(organisation([], {}, [other]), organisation([], {}, []))).toEqual([]);
  });
});
