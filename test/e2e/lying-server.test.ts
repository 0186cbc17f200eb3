import { afterEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Lie, LyingProxy, ToldGroup } from '../support/lying-proxy.ts';
import { startLyingProxy } from '../support/lying-proxy.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close();
});

const zero = '0001-01-01T00:00:00Z';
const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
  '_people.yaml':
    'people:\n  ana: "+44 7700 900002"\n  budi: "+44 7700 900003"\n  citra: "+44 7700 900004"\n',
  'altos.yaml': 'id: 120363000000000001@g.us\nname: Altos\nmembers: [ana, budi, citra]\n',
  'basses.yaml': 'id: 120363000000000002@g.us\nname: Basses\nmembers: [ana]\n',
};

/** Altos lack Citra and have a stranger, 009; Basses are as they should be. */
const world = {
  server: { devices: [{ pn: '447700900001' }] },
  people: [{ pn: '447700900004' }],
  groups: [
    toGroup('120363000000000001', 'Altos', ['447700900002', '447700900003', '447700900009']),
    toGroup('120363000000000002', 'Basses', ['447700900002']),
  ],
};

function toGroup(id: string, subject: string, members: readonly string[]) {
  const self = { pn: '447700900001', role: 'superadmin' as const };
  return { id, subject, owner: '447700900001', members: [self, ...members.map((pn) => ({ pn }))] };
}

async function open(lie: Lie): Promise<Stage & { readonly proxy: LyingProxy }> {
  const stage = await openStage({ files, world, terminal: { width: 300 } });
  opened.push(stage);
  const proxy = await startLyingProxy(stage.sandbox.url);
  opened.push(proxy);
  proxy.tell(lie);
  return {
    ...stage,
    proxy,
    run: (command, ...rest) => stage.run(command ?? '', '--url', proxy.url, ...rest),
  };
}

/** Tells it of the Altos alone. */
const ofAltos =
  (lie: Lie): Lie =>
  (group, path) => {
    if (group.JID.startsWith('120363000000000001')) lie(group, path);
  };

function leaveOut(group: ToldGroup, ...ends: readonly string[]): void {
  group.Participants = (group.Participants ?? []).filter(
    ({ PhoneNumber }) => !ends.some((end) => PhoneNumber.includes(end)),
  );
}

/** `plan`'s own lines for the Altos: what is due and what is left alone. */
async function planAltos(lie: Lie): Promise<string[]> {
  const { out } = await (await open(ofAltos(lie))).run('plan');
  return out
    .split('\n')
    .filter((line) => /^ {2}[-+!↑↓] /.test(line))
    .map((line) => line.trim().replace(/ {2,}/g, '  '));
}

const truth = ['- +44 •••• ••• 009  leaves  not in the file', '+ citra  joins  in the file, line 3'];
const unproven = 'WhatsApp gave an incomplete list of people, so nobody is touched: run again later';

describe('what a plan believes', () => {
  test.each<[string, Lie]>([
    ['the truth', () => undefined],
    [
      'no number of people in the list, one in the group',
      (group, path) => {
        if (path === '/user/my/groups') group.ParticipantCount = 0;
      },
    ],
    [
      'half a list without a number, the whole in the group',
      (group, path) => {
        if (path !== '/user/my/groups') return;
        leaveOut(group, '900002');
        group.ParticipantCount = 0;
      },
    ],
    [
      'half a list with the old number, the whole in the group',
      (group, path) => {
        if (path === '/user/my/groups') leaveOut(group, '900002');
      },
    ],
    [
      'a list without the account, the whole in the group',
      (group, path) => {
        if (path !== '/user/my/groups') return;
        leaveOut(group, '900001');
        group.ParticipantCount = 3;
      },
    ],
    [
      'a shell in the list, the whole in the group',
      (group, path) => {
        if (path !== '/user/my/groups') return;
        Object.assign(group, { Name: '', Participants: null, GroupCreated: zero });
      },
    ],
  ])('%s: %#', async (_name, lie) => {
    expect(await planAltos(lie)).toEqual(truth);
  });

  test.each<[string, Lie]>([
    ['fewer people than the number', (group) => leaveOut(group, '900002')],
    [
      'more people than the number',
      (group) => {
        group.ParticipantCount = 2;
      },
    ],
    ['nobody, and no number', (group) => Object.assign(group, { Participants: null, ParticipantCount: 0 })],
    [
      'everybody but the account',
      (group) => {
        leaveOut(group, '900001');
        group.ParticipantCount = 3;
      },
    ],
    [
      'everybody but the account, and no number',
      (group) => {
        leaveOut(group, '900001');
        delete group.ParticipantCount;
      },
    ],
    [
      'somebody twice, somebody not',
      (group) => {
        leaveOut(group, '900003');
        group.Participants?.push({ ...group.Participants[1]! });
      },
    ],
    [
      'somebody on two devices, somebody not',
      (group) => {
        leaveOut(group, '900003');
        const [, ana] = group.Participants!;
        group.Participants!.push({ ...ana!, JID: ana!.JID.replace('@', ':3@') });
      },
    ],
    [
      'neither a number nor a time of creation',
      (group) => Object.assign(group, { GroupCreated: zero, ParticipantCount: 0 }),
    ],
    [
      'no time of creation, and another number',
      (group) => Object.assign(group, { GroupCreated: zero, ParticipantCount: 9 }),
    ],
  ])('nothing of %s', async (_name, lie) => {
    const lines = await planAltos(lie);
    expect(lines.filter((line) => !line.startsWith('! '))).toEqual([]);
    expect(lines.join('\n')).toContain(unproven);
  });

  test.each([zero, undefined, '', '1970-01-01T00:00:00Z'])(
    'a group made at %j shows who is there, not who is missing',
    async (created) => {
      const lines = await planAltos((group) => {
        if (created === undefined) delete group.GroupCreated;
        else group.GroupCreated = created;
      });
      expect(lines).toEqual([
        truth[0],
        '! citra  not added  WhatsApp does not say when this group was made, so it may show a part of it: add them on a phone',
      ]);
    },
  );

  test('one reading without a number tells that the server has none: the others are not asked for', async () => {
    const stage = await open((group) => {
      group.ParticipantCount = 0;
    });
    const { code, out } = await stage.run('plan');
    expect(code).toBe(exitCodes.ok);
    expect(out).toContain('1 to join, 1 to leave in 1 of 2 groups');
    const asked = stage.proxy.requests.map(({ path }) => path.replace(/\?.*/, ''));
    expect(asked.filter((path) => path === '/group/info')).toHaveLength(1);
  });
});

describe('what an apply believes', () => {
  test('a list that WhatsApp gives no number for proves who joined, not who left', async () => {
    const stage = await open((group) => {
      group.ParticipantCount = 0;
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(code).toBe(exitCodes.failed);
    expect(out).toMatch(/✓ verified +\+ citra/);
    expect(out).toMatch(
      /\? not verified +- .*009 +leaves.*WhatsApp did not say how many|did not say how many/s,
    );
  });

  test('half a list without a number, after a removal that did nothing, is no proof of it', async () => {
    const stage = await open((group) => {
      group.ParticipantCount = 0;
    });
    // GOWA says success, WhatsApp did nothing, and from then on the lists lack the person.
    const body = JSON.stringify({ code: 'SUCCESS', message: 'Success', results: [] });
    stage.sandbox.setFaults([{ path: '/group/participants/remove', status: 200, body }]);
    let isCut = false;
    stage.proxy.tell((group) => {
      group.ParticipantCount = 0;
      isCut ||= stage.proxy.requests.some(({ path }) => path === '/group/participants/remove');
      if (isCut) leaveOut(group, '900009');
    });
    const { code, out } = await stage.run('apply', '--yes');
    expect(code).toBe(exitCodes.failed);
    expect(out).toMatch(/\? not verified +- .*009/);
    expect(out).not.toMatch(/✓ verified +- /);
  });
});

test('whether a community has no photo or hides it, GOWA does not tell', async () => {
  const [choir] = world.groups;
  const groups = [{ ...choir!, parent: true }];
  const photo = { 'altos.yaml': 'id: 120363000000000001@g.us\nphoto: none\n' };
  const stage = await openStage({
    files: { '_policy.yaml': files['_policy.yaml'], ...photo },
    world: { ...world, groups },
    terminal: { width: 300 },
  });
  opened.push(stage);
  const { out } = await stage.run('plan');
  expect(out).toContain('GOWA cannot tell whether this community has no photo or hides it');
});
