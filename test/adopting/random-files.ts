import * as fc from 'fast-check';
import type { LiveGroup, LivePerson } from '../../src/domain/group.ts';
import {
  admin,
  hidden,
  lid,
  living,
  liveGroup,
  settings,
  singer,
  tomorrow,
  yesterday,
} from '../support/choir.ts';

/** The files of an organisation with one group, and the group as it is. */
export interface RandomWorld {
  /** By path below the groups folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly live: LiveGroup;
}

const number = (n: number) => `"+44 7700 900${String(n).padStart(3, '0')}"`;

/** Singers 2 to 9 have handles, 10 to 15 have none. */
const people = [
  'people:',
  ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `  p${n}: ${number(n)}`),
  '  eko: { lid: "330000000000020" }',
  '  fay: { lid: "330000000000003" }',
  'teams:',
  `  one: [p2, p3, ${number(10)}]`,
  `  two: [p4, { person: p5, until: ${yesterday} }, team:one]`,
  `  three: [{ person: p6, from: ${tomorrow} }, lid:330000000000021]`,
  '',
].join('\n');

/** Whom an entry names, told apart as the files do, and how it is written. */
const entries: readonly (readonly [identity: string, word: string])[] = [
  ...[2, 3, 4, 5, 6, 7, 8].flatMap((n): (readonly [string, string])[] => [
    [`p${n}`, `p${n}`],
    [`p${n}`, `p${n}`],
    [`p${n}`, `{ person: p${n}, until: ${yesterday} }`],
    [`p${n}`, `{ person: p${n}, until: ${tomorrow} }`],
    [`p${n}`, `{ from: ${tomorrow}, person: p${n} }`],
    [`p${n}`, `{ person: p${n}, by: invite }`],
    [`p${n}`, `{person: p${n},   readd: ${tomorrow}}`],
  ]),
  ...[3, 4, 10, 11, 12].flatMap((n): (readonly [string, string])[] => [
    [`+${n}`, number(n)],
    [`+${n}`, `{ person: ${number(n)}, until: ${yesterday} }`],
  ]),
  ['one', 'team:one'],
  ['one', 'team:one'],
  ['one', '{ team: one, except: [p2] }'],
  ['two', 'team:two'],
  ['two', `{ person: team:two, until: ${tomorrow} }`],
  ['two', '{ team: two, also-in: team:one }'],
  ['three', 'team:three'],
  ['l20', 'lid:330000000000020'],
  ['eko', 'eko'],
  ['fay', '{ person: fay }'],
  ['l2', '"lid:330000000000002"'],
];

const comments = fc.constantFrom('', '', ' # treasurer', ' # [a, b: c] - d', '   # until: soon');
const list = fc.record({
  form: fc.constantFrom('lines', 'margin', 'brackets', 'wide', 'folded', 'maps'),
  items: fc.uniqueArray(
    fc.record({
      entry: fc.constantFrom(...entries),
      comment: comments,
      after: fc.constantFrom('', '', '', '  # a comment: on its own', '# at the margin', '    '),
    }),
    { selector: ({ entry: [identity] }) => identity, maxLength: 6 },
  ),
  head: fc.constantFrom('', '', ' # all of them: everybody'),
});
type List = typeof list extends fc.Arbitrary<infer T> ? T : never;

function writeList(key: string, { form, items, head }: List): string {
  const words = items.map(({ entry: [, word] }) => word);
  if (items.length === 0 || form === 'brackets') return `${key}: [${words.join(', ')}]${head}`;
  if (form === 'wide') return `${key}: [ ${words.join(' , ')}, ]${head}`;
  if (form === 'folded')
    return `${key}: [${items.map(({ entry: [, word], comment }) => `\n    ${word},${comment}`).join('')}\n  ]${head}`;
  const indent = form === 'margin' ? '' : '  ';
  const lines = items.flatMap(({ entry: [, word], comment, after }) => [
    `${indent}- ${form === 'maps' ? toLines(word, indent) : word}${comment}`,
    ...(after ? [after] : []),
  ]);
  return [`${key}:${head}`, ...lines].join('\n');
}

/** A map in braces as one of lines. */
function toLines(word: string, indent: string): string {
  const pairs = /^\{ ?(person: p\d),\s+(\w+: \S+?) ?\}$/.exec(word);
  return pairs ? `${pairs[1]}\n${indent}  ${pairs[2]}` : word;
}

const file = fc
  .record({
    top: fc.constantFrom('', '# Altos\n', '\n# a: b\n\n'),
    name: fc.constantFrom('', 'name: Altos', '\'name\': "B" # the club', 'name: >-\n  a\n  b'),
    topic: fc.constantFrom('', 'topic: Fridays # on', 'topic: |\n  First\n\n  - second\n', 'topic: ""'),
    rest: fc.subarray(['announce: true # all', 'locked: false', 'disappearing: 7d', 'photo: none']),
    members: fc.option(list, { freq: 8 }),
    admins: fc.option(list, { freq: 3 }),
    manage: fc.constantFrom(
      '',
      'manage: exact',
      'manage: additive',
      'manage: observe',
      'manage: { members: exact, admins: additive }',
      'manage: { members: additive, admins: exact }',
      'manage: { members: exact, admins: observe }',
    ),
    isListsFirst: fc.boolean(),
    end: fc.constantFrom('', '\n', '\n\n# the end\n'),
    newline: fc.constantFrom('\n', '\n', '\r\n'),
    root: fc.constantFrom('plain', 'plain', 'plain', 'indented', 'document', 'braces'),
  })
  .map((drawn) => {
    const lists = [
      ...(drawn.members ? [writeList('members', drawn.members)] : []),
      ...(drawn.admins ? [writeList('admins', drawn.admins)] : []),
    ];
    const keys = [drawn.name, drawn.topic, ...drawn.rest].filter(Boolean);
    const all = drawn.isListsFirst ? [...lists, ...keys] : [...keys, ...lists];
    const lines = ['id: 120363000000000001@g.us # ours', ...all, ...(drawn.manage ? [drawn.manage] : [])];
    return `${drawn.top}${toRoot(lines, drawn.root)}${drawn.end}`.replaceAll('\n', drawn.newline);
  });

/** The keys of a file, as its whole. */
function toRoot(lines: readonly string[], root: string): string {
  const text = lines.join('\n');
  if (root === 'indented') return text.replace(/^(?=.)/gm, '  ');
  if (root === 'document') return `--- # a file\n${text}`;
  if (root !== 'braces') return text;
  // What has lines or comments of its own cannot stand in braces.
  const bare = lines.map((line) => line.replace(/\s+#.*$/, '')).filter((line) => !/[\n#|>]/.test(line));
  return `{ ${bare.join(', ')} } # all`;
}

const presence = fc.record({
  n: fc.integer({ min: 2, max: 15 }),
  isAdmin: fc.boolean(),
  hasLid: fc.boolean(),
  isRemembered: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
type Presence = typeof presence extends fc.Arbitrary<infer T> ? T : never;

function toLiving({ n, isAdmin, hasLid, isRemembered }: Presence): LivePerson {
  const known = hasLid || isRemembered ? { lid: lid(String(330_000_000_000_000 + n)) } : {};
  return living(singer(n), {
    role: isAdmin ? 'admin' : 'member',
    isOwner: n === 15,
    ...known,
    ...(isRemembered && { isRemembered: true }),
  });
}

const topics = [
  '',
  'Fridays',
  'One\nTwo',
  'One\n\n  - two: "x" # y\n',
  ' leading\nand \u202eturned',
  '# no comment',
  "it's: [a]",
  'x'.repeat(2049),
];

const live = fc
  .record({
    presences: fc.uniqueArray(presence, { selector: ({ n }) => n, maxLength: 12 }),
    hides: fc.uniqueArray(fc.constantFrom(20, 21, 22), { maxLength: 2 }),
    name: fc.constantFrom('Altos', 'B', 'Choir: 🎶 #1', '- x', 'é'.repeat(13), '"quoted"', '\u200b'),
    topic: fc.constantFrom(...topics),
    announce: fc.boolean(),
    locked: fc.boolean(),
    disappearing: fc.constantFrom(0, 86_400, 604_800, 1234),
    self: fc.constantFrom('admin', 'admin', 'admin', 'member'),
    peopleComplete: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    undated: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    uncounted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    suspended: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  })
  .map(({ presences, hides, self, peopleComplete, undated, uncounted, suspended, ...own }) =>
    liveGroup({
      people: [...(self === 'member' ? [living(1)] : [admin(1)]), ...presences.map(toLiving)],
      unidentified: hides.map((n) => hidden(String(330_000_000_000_000 + n), n === 22 ? 'admin' : 'member')),
      settings: { ...settings, ...own, topic: own.topic.replace(/\n+$/, '') },
      self: self as 'admin' | 'member',
      peopleComplete,
      photo: { kind: 'none' },
      suspended,
      ...(undated && { undated: true }),
      ...(uncounted && { uncounted: true }),
    }),
  );

const defaults = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  {
    '_defaults.yaml': `members: [p8, { person: p7, until: ${tomorrow} }]\nadmins: [p9]\nannounce: true\nname: Nobody\n`,
  },
  { '_defaults.yaml': 'manage: additive\nlocked: true\ntopic: Default\n' },
);

/** Files in every style that people write, against groups of every kind. */
export const worlds: fc.Arbitrary<RandomWorld> = fc
  .record({ file, live, defaults, mode: fc.constantFrom('exact', 'additive') })
  .map(({ file: text, live: group, defaults: more, mode }) => ({
    files: {
      '_policy.yaml': `account: ${number(1)}\ntimezone: UTC\nmanage: ${mode}\n`,
      '_people.yaml': people,
      ...Object.fromEntries(
        Object.entries(more).map(([name, own]) => [name, own.replace('name: Nobody\n', '')]),
      ),
      'altos.yaml': text,
    },
    live: group,
  }));
