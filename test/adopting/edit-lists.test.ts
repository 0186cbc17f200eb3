import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/adopting/find-kept.ts';
import type { LiveGroup } from '../../src/domain/group.ts';
import { admin, hidden, lid, living, liveGroup, singer, tomorrow, yesterday } from '../support/choir.ts';
import { followWith } from './adopting-stage.ts';

const group = (...people: Parameters<typeof living>[0][]): LiveGroup =>
  liveGroup({ people: people.map((n) => living(n)) });
const led = (admins: readonly number[], members: readonly number[]): LiveGroup =>
  liveGroup({ people: [...admins.map((n) => admin(n)), ...members.map((n) => living(n))] });

describe('the lists of a file follow their group', () => {
  test.each<[what: string, before: string, live: LiveGroup, after: string]>([
    ['a handle for whom the files know', 'members: [p2]\n', group(2, 3), 'members: [p2, p3]\n'],
    [
      'a number for a stranger',
      'members:\n- p2 # a\n',
      group(2, 9),
      'members:\n- p2 # a\n- "+447700900009" # "Gus\\n# \\u202e\\"", they say\n',
    ],
    [
      'who is gone goes with the comment',
      'members:\n  - p2 # a\n  # b\n  - p3\n',
      group(3),
      'members:\n  # b\n  - p3\n',
    ],
    [
      'in both spellings',
      'members:\n  - p2\n  - "+44 7700 900002"\n  - p3\n',
      group(3),
      'members:\n  - p3\n',
    ],
    ['nobody is left', 'members:\n  - p2 # a\n', group(), 'members: []\n'],
    ['everybody is another one', 'members: [p2]\n', group(3), 'members: [p3]\n'],
    [
      'an invitation that was not taken',
      'members: [{ person: p2, by: invite }, p3]\n',
      group(3),
      'members: [p3]\n',
    ],
    [
      'nor was putting back',
      `members: [{ person: p2, readd: ${tomorrow} }, p3]\n`,
      group(3),
      'members: [p3]\n',
    ],
    [
      'who stayed beyond the last day',
      `members: [{ person: p2, until: ${yesterday} }] # x\n`,
      group(2),
      'members: [p2] # x\n',
    ],
    [
      'who came before the first one',
      `members:\n  - person: p2\n    from: ${tomorrow} # soon\n`,
      group(2),
      'members:\n  - p2 # soon\n',
    ],
    [
      'who left before the last day',
      `members:\n  - { person: p2, until: ${tomorrow} }\n  - p3\n`,
      group(3),
      'members:\n  - p3\n',
    ],
    [
      'one of a team',
      'members:\n  - team:board # all\n',
      group(2),
      'members:\n  - { team: board, except: [p3] } # all\n',
    ],
    [
      'one more of it',
      'members: [{ team: board, except: [p2] }]\n',
      group(),
      'members: [{ team: board, except: [p2, p3] }]\n',
    ],
    [
      'one of it, where comments stand in the entry',
      'members:\n  - team: board # all\n    # but not for long\n    until: 2999-01-01 # moving\n',
      group(2),
      'members:\n  - team: board # all\n    # but not for long\n    until: 2999-01-01 # moving\n    except: [p3]\n',
    ],
    [
      'one more of it, where comments stand in the entry',
      'members:\n  - team: board\n    except:\n      # too far\n      - p2 # Leeds\n    until: 2999-01-01\n',
      group(),
      'members:\n  - team: board\n    except:\n      # too far\n      - p2 # Leeds\n      - p3\n    until: 2999-01-01\n',
    ],
    [
      'by a team and alone',
      'members: [team:board, p3]\n',
      group(2),
      'members: [{ team: board, except: [p3] }]\n',
    ],
    [
      'an admin by a team',
      'members: [p2, p3]\nadmins: [team:board]\n',
      led([2], [3]),
      'members: [p2, p3]\nadmins: [{ team: board, except: [p3] }]\n',
    ],
    [
      'a new admin is moved',
      'members:\n  - p2 # a\n  - p3\nadmins: []\n',
      led([2], [3]),
      'members:\n  - p3\nadmins:\n  - p2 # a\n',
    ],
    [
      'or stands in both lists where all do',
      'members: [p2, p3]\nadmins: [p2]\n',
      led([2, 3], []),
      'members: [p2, p3]\nadmins: [p2, p3]\n',
    ],
    [
      'an admin no more',
      'members: []\nadmins:\n- { person: p2, by: invite } # a\n- p3\n',
      led([3], [2]),
      'members:\n  - { person: p2, by: invite } # a\nadmins:\n- p3\n',
    ],
    [
      'an admin no more, a member by a team',
      'members: [team:board]\nadmins: [p2, p3]\n',
      led([3], [2]),
      'members: [team:board]\nadmins: [p3]\n',
    ],
    ['roles that nobody manages', 'members: [p2]\n', led([2, 3], []), 'members: [p2, p3]\n'],
    ['admins alone', 'admins: [p2]\n', led([3], [2]), 'admins: [p3]\n'],
    [
      'who hides',
      'members: [p2]\n',
      liveGroup({ people: [living(2)], unidentified: [hidden('330000000000020')] }),
      'members: [p2, lid:330000000000020]\n',
    ],
    [
      'who hides no more',
      'members:\n  - lid:330000000000003 # x\n',
      liveGroup({ people: [living(3, { lid: lid('330000000000003') })] }),
      'members:\n  - p3 # x\n',
    ],
    [
      'no longer, and an admin',
      'members: [lid:330000000000003]\nadmins: []\n',
      liveGroup({ people: [admin(3, { lid: lid('330000000000003') })] }),
      'members: []\nadmins:\n  - p3\n',
    ],
  ])('%s', async (_, before, live, after) => {
    expect(await followWith(before, live)).toEqual({ text: after, left: [], faults: [] });
  });

  test.each<[what: string, asked: Asked, before: string, live: LiveGroup, after: string]>([
    [
      'membership alone leaves roles',
      new Set(['members']),
      'members: [p2]\nadmins: [p3]\n',
      led([2, 4], []),
      'members: [p2, p4]\nadmins: []\n',
    ],
    [
      'roles alone leave members',
      new Set(['admins']),
      'members: [p2, p5]\nadmins: [p3]\n',
      led([2], [3, 4]),
      'members: [p5, p3]\nadmins: [p2]\n',
    ],
  ])('%s', async (_, asked, before, live, after) => {
    expect(await followWith(before, live, asked)).toEqual({ text: after, left: [], faults: [] });
  });

  test('whom defaults name stays, and is named', async () => {
    const defaults = { '_defaults.yaml': 'members: [p4]\n' };
    expect(await followWith('members: [p2, p3]\n', group(2), undefined, defaults)).toEqual({
      text: 'members: [p2]\n',
      left: [['by-defaults', 'p4']],
      faults: [],
    });
  });

  test('a handle whose number has become another one stays, and so does who stands there', async () => {
    const alike = { key: '44700900002', phone: '4417700900002' };
    const live = liveGroup({ people: [living({ ...singer(2), ...alike } as ReturnType<typeof singer>)] });
    expect(await followWith('members: [p2]\n', live)).toEqual({
      text: 'members: [p2]\n',
      left: expect.arrayContaining([['other-number', 'p2']]),
      faults: [],
    });
    // A number is corrected in the group's own file.
    const { text } = await followWith(
      'members: ["+44 7700 900008"]\n',
      liveGroup({
        people: [living({ key: '4417700900008', phone: '4417700900008' } as ReturnType<typeof singer>)],
      }),
    );
    expect(text).toBe('members: ["+4417700900008"]\n');
  });
});
