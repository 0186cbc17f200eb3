import { describe, expect, test } from 'vitest';
import type { GroupId, LiveGroup, Reading } from '../../src/domain/group.ts';
import { chooseGroups } from '../../src/importing/choose-groups.ts';
import { toAscii } from '../../src/config/people/to-ascii.ts';
import {
  desiredGroup,
  hidden,
  lid,
  living,
  liveGroup,
  planInput,
  settings,
  singer,
} from '../support/choir.ts';

let count = 0;
function group(name: string, more: Parameters<typeof liveGroup>[0] = {}): LiveGroup {
  count += 1;
  const id = `1203630000000001${String(count).padStart(2, '0')}@g.us` as GroupId;
  return liveGroup({ id, settings: { ...settings, name }, ...more });
}

function choose(
  groups: readonly LiveGroup[],
  wanted: { all?: boolean; match?: string } = {},
  taken: string[] = [],
) {
  const readings = new Map<GroupId, Reading>(groups.map((each) => [each.id, { kind: 'read', group: each }]));
  return chooseGroups(
    { ...planInput([]), readings },
    { all: false, ...wanted },
    { isTaken: (name) => taken.includes(name), toAscii },
  );
}

const brief = ({ chosen }: ReturnType<typeof choose>) =>
  chosen.map(({ file, observed }) => (observed ? `${file} ${observed}` : file));

describe('which groups get a file', () => {
  const groups = [
    group('Choir'),
    group('Guests', { self: 'member' }),
    group('All', { kind: 'community', self: 'unknown' }),
    group('News', { kind: 'announcements' }),
  ];

  test('those that the account is an admin of; the others with --all, and watched', () => {
    const some = choose(groups);
    expect(brief(some)).toEqual(['choir', 'news announcements']);
    expect(some.skipped).toEqual({ hasFile: 0, notAdmin: 2, notMatched: 0 });
    expect(brief(choose(groups, { all: true }))).toEqual([
      'all community',
      'choir',
      'guests notAdmin',
      'news announcements',
    ]);
  });

  test('those alone whose name fits', () => {
    const found = choose(groups, { all: true, match: 'ch*' });
    expect(brief(found)).toEqual(['choir']);
    expect(found.skipped.notMatched).toBe(3);
  });

  test('names that are one, or taken, get a number', () => {
    const same = [group('Altos'), group('altos'), group('ALTOS'), group('Bass')];
    expect(brief(choose(same, {}, ['bass']))).toEqual(['altos', 'altos-2', 'bass-2', 'altos-3']);
  });

  test('none that has a file, and none that was not read whole', () => {
    const half = group('Half', { peopleComplete: false });
    const gone: [GroupId, Reading] = [
      '120363000000000999@g.us' as GroupId,
      { kind: 'unreadable', reason: 'failed', text: 'why' },
    ];
    const pair = [desiredGroup(), liveGroup()] as const;
    const input = planInput([pair]);
    const readings = new Map<GroupId, Reading>([
      ...input.readings,
      [half.id, { kind: 'read', group: half }],
      gone,
    ]);
    const found = chooseGroups({ ...input, readings }, { all: true }, { isTaken: () => false, toAscii });
    expect(found.chosen).toEqual([]);
    expect(found.skipped.hasFile).toBe(1);
    expect(found.unread).toEqual([
      { id: half.id, name: 'Half' },
      { id: gone[0], name: '', reason: 'why' },
    ]);
  });

  test('whoever hides in one group and shows their number in another is known in both', () => {
    const shown = group('A', { people: [living(2, { lid: lid('330000000000002') })] });
    const found = choose([shown, group('B', { unidentified: [hidden('330000000000002')] })]);
    expect(found.chosen.map(({ live }) => live.people.has(singer(2).key))).toEqual([true, true]);
  });
});
