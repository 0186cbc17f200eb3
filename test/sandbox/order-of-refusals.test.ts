import { describe, expect, test } from 'vitest';
import { choirGroup, choirWorld, ME, startChoir } from './choir.ts';
import type { Choir, ChoirAnswer } from './choir.ts';
import type { GroupFile, WorldFile } from '../../src/sandbox/world-file.ts';

/*
 * Which refusal comes first, as one list for each endpoint (docs/gowa.md#order-of-refusals-in-the-sandbox). Everything on
 * a list is in the way at first; each is lifted in turn, and the next one must be what the answer says.
 */

/** What is asked for, and what the world and the session are like. Each obstacle spoils it. */
interface Scene {
  readonly world: WorldFile;
  readonly group: GroupFile;
  session: 'ok' | 'logged_out' | 'disconnected' | 'not_logged_in';
  contentType: string | undefined;
  body: Record<string, unknown>;
}

/** Something in the way: what puts it there, and how the answer begins. */
type Obstacle = readonly [put: (scene: Scene) => void, answer: string];

const others = '447700900003';
const id = '120363000000000001@g.us';

const noType: Obstacle = [
  (scene) => {
    scene.contentType = undefined;
  },
  '500 Unprocessable Entity',
];
const blankId: Obstacle = [
  (scene) => {
    scene.body['group_id'] = '';
  },
  '400 group_id: cannot be blank',
];
const blankPeople: Obstacle = [
  (scene) => {
    scene.body['participants'] = ['447700900010', ''];
  },
  '400 participants: (1: cannot be blank.)',
];
const loggedOut = atSession('logged_out', '500 your WhatsApp CLI is invalid or empty');
const offline = atSession('disconnected', '401 you are not connect to services server');
const notLoggedIn = atSession('not_logged_in', '401 you are not logged in');
const noId: Obstacle = [
  (scene) => {
    scene.body['group_id'] = 'a:b:c@g.us';
  },
  '500 invalid JID a:b:c@g.us',
];
const person: Obstacle = [
  (scene) => {
    scene.body['group_id'] = '447700900050';
  },
  '400 Phone 447700900050@s.whatsapp.net is not on whatsapp',
];
const unregistered: Obstacle = [
  (scene) => {
    scene.body['participants'] = ['447700900010', '447700900050', '+447700900011'];
  },
  '400 user is not registered',
];
const noGroup = withoutGroup('500 info query returned status 404');
const stranger = asStranger('500 info query returned status 403');
const plain: Obstacle = [makePlain, '500 info query returned status 403'];
const malformed: Obstacle = [
  (scene) => {
    scene.body['participants'] = ['447700900010', '+447700900011'];
  },
  '500 info query returned status 400',
];
const community: Obstacle = [
  (scene) => {
    scene.group.default_sub = true;
  },
  '500 info query returned status 400',
];

const session = [loggedOut, offline, notLoggedIn];
const setting = [noType, blankId, ...session, noId, person, noGroup, stranger, plain];
const people = [
  noType,
  blankPeople,
  ...session,
  noId,
  person,
  unregistered,
  noGroup,
  stranger,
  plain,
  malformed,
];
const editable = [noType, blankId, ...session, noId, person, noGroup, stranger, asPlainInLocked()];

/** Each endpoint, a request that it takes, and what may be in the way of it, first come first. */
const endpoints: readonly [path: string, body: Record<string, unknown>, readonly Obstacle[]][] = [
  ['/group/participants', { participants: ['447700900010'] }, people.filter((one) => one !== plain)],
  ['/group/participants/remove', { participants: ['447700900002'] }, people],
  ['/group/participants/promote', { participants: ['447700900002'] }, people],
  ['/group/participants/demote', { participants: ['447700900003'] }, people],
  ['/group/participant-requests/approve', { participants: ['447700900010'] }, people],
  ['/group/participant-requests/reject', { participants: ['447700900010'] }, people],
  ['/group/locked', { locked: true }, setting],
  ['/group/announce', { announce: true }, [...setting, community]],
  ['/group/join-approval', { enabled: true }, setting],
  ['/group/member-add-mode', { mode: 'admin_add' }, [...setting, community]],
  ['/group/name', { name: 'New' }, editable],
  [
    '/group/topic',
    { topic: 'New' },
    [
      noType,
      blankId,
      ...session,
      noId,
      person,
      withoutGroup('500 failed to get old group info to update topic: that group does not exist'),
      asStranger("500 failed to get old group info to update topic: you're not participating in that group"),
      asPlainInLocked(),
      [
        (scene) => {
          scene.group.desc = 'Old';
          scene.group.desc_id = 'undefined';
        },
        '500 info query returned status 409',
      ],
      [
        (scene) => {
          scene.body['topic'] = 'x'.repeat(2049);
        },
        '500 info query returned status 406',
      ],
    ],
  ],
  [
    '/group',
    { title: 'New', participants: ['447700900010'] },
    [
      noType,
      [
        (scene) => {
          scene.body['title'] = '';
        },
        '400 title: cannot be blank',
      ],
      ...session,
      unregistered,
      malformed,
      [
        (scene) => {
          scene.body['title'] = 'x'.repeat(101);
        },
        '500 info query returned status 406',
      ],
    ],
  ],
];

describe('which refusal comes first', () => {
  test.each(endpoints)('POST %s', async (path, body, obstacles) => {
    for (let lifted = 0; lifted <= obstacles.length; lifted += 1) {
      const choir = await startScene(path, body, obstacles.slice(lifted));
      const expected = obstacles[lifted]?.[1] ?? '200 ';
      expect(`${lifted} lifted: ${describeAnswer(choir)}`).toContain(`${lifted} lifted: ${expected}`);
    }
  });
});

describe('what keeps one person out, after what is in the way of all', () => {
  const ANA = '447700900010';
  const ROOM = 4;
  /** From the first that counts to the last: the state of somebody who is to be added to a full group. */
  const adds: readonly [string, (world: WorldFile, group: GroupFile) => void, boolean][] = [
    ['a member already', (_world, group) => void (group.members = [...group.members, { pn: ANA }]), false],
    ['blocked the account', (world) => setPrivacy(world, ANA, 'blocked'), false],
    ['lets nobody add them', (world) => setPrivacy(world, ANA, 'invite'), true],
  ];

  test.each(adds)('%s, in a full group', async (_what, put, isTold) => {
    const world = choirWorld([choirGroup({ capacity: ROOM })]);
    put(world, groupIn(world));
    const choir = await startChoir({ world });
    const before = groupIn(choir.sandbox.world()).members.length;
    const answer = await choir.post('/group/participants', { group_id: id, participants: [ANA] });
    expect(answer.text.includes('"status":"error"')).toBe(isTold);
    expect(groupIn(choir.sandbox.world()).members).toHaveLength(before);
  });

  test('requests are decided one after the other: not asked 404, no room 419, and who waits goes on waiting', async () => {
    const [bea, cid, dan] = ['447700900011', '447700900012', '447700900013'];
    const requests = [ANA, bea, cid].map((pn) => ({ pn }));
    const world = choirWorld([choirGroup({ approval: true, requests, capacity: ROOM + 1 })]);
    const choir = await startChoir({ world });
    const answer = await choir.post('/group/participant-requests/approve', {
      group_id: id,
      participants: [dan, bea, bea, ANA, '447700900002', cid],
    });
    expect(messages(answer)).toEqual([
      'failed (code 404)',
      'success',
      'failed (code 404)',
      'failed (code 419)',
      'failed (code 404)',
      'failed (code 419)',
    ]);
    const group = groupIn(choir.sandbox.world());
    expect(group.members.map((one) => one.pn).slice(ROOM)).toEqual([bea]);
    expect(group.requests?.map((one) => one.pn)).toEqual([ANA, cid]);
  });

  test('a request that is taken back in between is a 404, and the list does not have it any more', async () => {
    const requests = [{ pn: ANA, withdrawn_after: 2 }, { pn: '447700900011' }];
    const choir = await startChoir({ world: choirWorld([choirGroup({ approval: true, requests })]) });
    const list = async () =>
      (await choir.get(`/group/participant-requests?group_id=${id}`)).json?.results as unknown[];
    expect(await list()).toHaveLength(2);
    const again = await startChoir({ world: choir.sandbox.world() });
    expect(groupIn(again.sandbox.world()).requests?.[0]).toMatchObject({ withdrawn_after: 1 });
    expect(await list()).toHaveLength(2);
    expect(await list()).toHaveLength(1);
    const answer = await choir.post('/group/participant-requests/approve', {
      group_id: id,
      participants: [ANA],
    });
    expect(messages(answer)).toEqual(['failed (code 404)']);
  });

  test('where WhatsApp says nothing of it, a full group lets nobody in and loses the request', async () => {
    const world = choirWorld([choirGroup({ approval: true, requests: [{ pn: ANA }], capacity: ROOM })], {
      behaviour: { approve_when_full: 'silent' },
    });
    const choir = await startChoir({ world });
    const answer = await choir.post('/group/participant-requests/approve', {
      group_id: id,
      participants: [ANA],
    });
    expect(messages(answer)).toEqual(['success']);
    const group = groupIn(choir.sandbox.world());
    expect([group.members.length, group.requests]).toEqual([ROOM, undefined]);
  });

  test.each(['invite', 'blocked', 'legal'] as const)(
    'whoever asked is let in, though %s',
    async (privacy) => {
      const world = choirWorld([choirGroup({ approval: true, requests: [{ pn: ANA }] })]);
      setPrivacy(world, ANA, privacy);
      const choir = await startChoir({ world });
      const answer = await choir.post('/group/participant-requests/approve', {
        group_id: id,
        participants: [ANA],
      });
      expect(messages(answer)).toEqual(['success']);
      expect(groupIn(choir.sandbox.world()).members.map((one) => one.pn)).toContain(ANA);
    },
  );
});

function atSession(state: Scene['session'], answer: string): Obstacle {
  return [
    (scene) => {
      scene.session = state;
    },
    answer,
  ];
}

function withoutGroup(answer: string): Obstacle {
  return [
    (scene) => {
      scene.body['group_id'] = '120363000000000009@g.us';
    },
    answer,
  ];
}

function asStranger(answer: string): Obstacle {
  return [
    ({ group }) => {
      group.owner = others;
      group.members = [{ pn: others, role: 'superadmin' }];
    },
    answer,
  ];
}

function asPlainInLocked(): Obstacle {
  return [
    (scene) => {
      makePlain(scene);
      scene.group.locked = true;
    },
    '500 info query returned status 403',
  ];
}

function makePlain({ group }: Scene): void {
  group.owner = others;
  group.members = [{ pn: ME }, { pn: '447700900002' }, { pn: others, role: 'superadmin' }];
}

interface Answered {
  readonly answer: ChoirAnswer;
}

/** Asks with these obstacles in the way: the later ones first, so that what an earlier one needs is what holds. */
async function startScene(
  path: string,
  body: Record<string, unknown>,
  obstacles: readonly Obstacle[],
): Promise<Answered> {
  const world = choirWorld();
  const group = groupIn(world);
  const scene: Scene = {
    world,
    group,
    session: 'ok',
    contentType: 'application/json',
    body: { group_id: id, ...body },
  };
  for (const [put] of obstacles.toReversed()) put(scene);
  const choir = await startChoir({ world, fork: true });
  choir.sandbox.setSession(ME, scene.session);
  return { answer: await ask(choir, path, scene) };
}

function ask(choir: Choir, path: string, { body, contentType }: Scene): Promise<ChoirAnswer> {
  return choir.fetch(path, {
    method: 'POST',
    headers: contentType === undefined ? {} : { 'Content-Type': contentType },
    // Bytes: a text would bring a Content-Type of its own.
    body: Buffer.from(JSON.stringify(body)),
  });
}

function describeAnswer({ answer }: Answered): string {
  return `${answer.status} ${answer.json?.message ?? answer.text}`;
}

function groupIn(world: WorldFile): GroupFile {
  const [group] = world.groups;
  if (group === undefined) throw new Error('The world has no group.');
  return group;
}

function setPrivacy(world: WorldFile, pn: string, privacy: 'invite' | 'blocked' | 'legal'): void {
  world.people = [...world.people.filter((one) => one.pn !== pn), { pn, privacy }];
}

function messages(answer: ChoirAnswer): string[] {
  const results = (answer.json?.results ?? []) as { message: string }[];
  return results.map(({ message }) => message.replace('Action approve ', ''));
}
