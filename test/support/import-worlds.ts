import type { GroupFile, WorldFile } from '../../src/sandbox/world-file.ts';
import type { Draw } from './draw.ts';
import { createDraw } from './draw.ts';
import { drawPair } from './worlds.ts';

/** The account of every world. */
const account = '447700900001';

/** What strangers call groups, and what nobody would. */
const names = [
  '..',
  '../../etc/passwd',
  '_x',
  '_people',
  'con',
  'NUL',
  'photos',
  'x'.repeat(100),
  '\u05d0'.repeat(100),
  '\u202eevil\u202c',
  'two\nlines',
  'true',
  'null',
  '- a: b',
  '# no',
  '"quoted" \\ \'name\'',
  '🎶🎶',
  ' ',
  '',
  'Altos',
  'altos',
  'ALTOS',
  'Caf\u0065\u0301',
  '+44 7700 900199',
  '0x1F',
  '{ a: b }',
  '*all &b !c',
  '王小明',
  'tab\there',
  'zero\u200bwidth',
  '\ufeffmark',
  'lone \ud800 half',
] as const;

const topics = [
  '',
  'one line',
  'two\nlines',
  '  begins with spaces\nand goes on',
  'ends with space \nnot the end',
  '# no comment\n- no list\nkey: value',
  'tab\there\nand there',
  'ends in lines\n\n\n',
  '\n\nbegins with lines',
  'rtl \u202eevil\u202c\nand more',
  'call +44 7700 900123\nnow',
  '|-',
  '"quoted"\n\'so\'',
  'é'.repeat(2048),
  'control \u0007 bell',
] as const;

/** A folder, a world, a spreadsheet, and how the one is imported into the other. */
export interface ImportWorld {
  readonly files: Readonly<Record<string, string>>;
  readonly world: WorldFile;
  readonly sheet: string;
  /** Of `import`: "sheet.csv" stands for the spreadsheet's path. */
  readonly flags: readonly string[];
  /** Of every command. */
  readonly account: readonly string[];
  /** What is kept of the server is kept as of real groups. */
  readonly hasMemory: boolean;
}

/** An import in which everything that can be odd is so, now and then. The same seed, the same import. */
export function drawImport(seed: number): ImportWorld {
  const draw = createDraw(seed);
  const world = drawWorld(draw, seed);
  const hasSecond = draw.chance(0.2);
  const second = world.people[0]?.pn ?? '447700900002';
  const accounts = hasSecond
    ? `accounts: { main: "+${account}", second: "+${second}" }`
    : `account: "+${account}"`;
  const policy = [
    accounts,
    'timezone: UTC',
    ...(draw.chance(0.3) ? [`country: ${draw.from(['GB', 'BR', 'MX', 'AR', 'ID', 'CI'])}`] : []),
    ...(draw.chance(0.3) ? [`language: ${draw.from(['id', 'pt-BR'])}`] : []),
    ...(draw.chance(0.3) ? ['manage: exact'] : []),
  ];
  return {
    files: { '_policy.yaml': `${policy.join('\n')}\n`, ...drawPeople(draw, world) },
    world,
    sheet: drawSheet(draw, world),
    flags: [
      ...(draw.chance(0.6) ? ['--sheet', 'sheet.csv'] : []),
      ...(draw.chance(0.3) ? ['--contacts'] : []),
      ...(draw.chance(0.8) ? ['--all'] : []),
    ],
    account: hasSecond ? ['--account', 'main'] : [],
    hasMemory: draw.chance(0.3),
  };
}

/** A file of people that is there already, in the layouts that people write. */
function drawPeople(draw: Draw, { people }: WorldFile): Readonly<Record<string, string>> {
  const [one, two] = draw.shuffle(people.filter(({ pn }) => pn.startsWith('44')));
  if (!one || !two || draw.chance(0.6)) return {};
  const lines = [`ana: "+${one.pn}"`, `person-1: { phone: "+${two.pn}", name: Somebody } # mine`];
  const text = draw.from([
    'people: {}\n',
    'teams: { board: [] }\n',
    `people:\n${lines.map((line) => `    ${line}\n`).join('')}teams:\n    board: [ana, person-1]`,
    `\ufeff# first\r\npeople:\r\n${lines.map((line) => `  ${line}\r\n`).join('')}\r\n# last\r\n`,
    `people: { ${lines[0]}, hidden: { lid: "330000000000001" } }\n`,
  ]);
  return { '_people.yaml': text };
}

function drawWorld(draw: Draw, seed: number): WorldFile {
  const { world } = drawPair(seed);
  const groups = world.groups.map((group) => drawOdd(draw, group));
  const numbers = world.people.map(({ pn }) => pn);
  return {
    ...world,
    server: { devices: [{ pn: account, contacts: drawContacts(draw, numbers) }] },
    groups: [...groups, ...drawMore(draw, groups, numbers)],
  };
}

function drawOdd(draw: Draw, group: GroupFile): GroupFile {
  const { desc: _, ...rest } = group;
  const topic = draw.from(topics);
  return {
    ...rest,
    subject: draw.from(names),
    ...(topic !== '' && { desc: topic }),
    ...(draw.chance(0.2) && { approval: true }),
    ...(draw.chance(0.1) && { linked_parent: '120363000000000077' }),
  };
}

/** An empty group, one with the account alone, a community and its announcements, one of the old kind. */
function drawMore(draw: Draw, [like]: readonly GroupFile[], numbers: readonly string[]): GroupFile[] {
  const self = { pn: account, role: draw.chance(0.7) ? ('superadmin' as const) : ('admin' as const) };
  const others = draw.some(numbers, 0.2).map((pn) => ({ pn, ...(draw.chance(0.3) && { hidden: true }) }));
  const more: GroupFile[] = [
    { id: '120363000000000011', subject: draw.from(names), owner: account, members: [self] },
    {
      id: '120363000000000012',
      subject: draw.from(names),
      owner: account,
      members: [self, ...others],
      parent: true,
    },
    {
      id: '120363000000000013',
      subject: draw.from(names),
      owner: account,
      members: [self, ...others],
      default_sub: true,
    },
    {
      id: '447700900077-1598765432',
      subject: draw.from(names),
      owner: numbers[0] ?? account,
      members: [...others.filter(({ pn }) => pn !== account), self],
    },
    ...(like ? [{ ...like, id: '120363000000000014' }] : []),
  ];
  return more.filter(() => draw.chance(0.5));
}

const called = [
  'Ana',
  'Ana',
  'ana',
  'me',
  'No',
  '王小明',
  '🎶',
  '"; rm -rf',
  'x'.repeat(300),
  'a\nb',
  '\u202eevil',
];

function drawContacts(draw: Draw, numbers: readonly string[]) {
  return draw.some(numbers, 0.4).map((pn) => ({
    pn,
    ...(draw.chance(0.5) ? { full_name: draw.from(called) } : { push_name: draw.from(called) }),
  }));
}

/** A spreadsheet of some of the world's people, some of its rows broken. */
function drawSheet(draw: Draw, world: WorldFile): string {
  const rows = draw.some(world.people, 0.7).map(({ pn }) => {
    const usual = draw.from([`+${pn}`, `+${pn.slice(0, 2)} ${pn.slice(2)}`, `00${pn}`]);
    const name = draw.from([...called, ...Array.from({ length: 20 }, (_, i) => `Person ${i}`)]);
    const teams = draw.from(['', 'board', 'board choir', 'x!']);
    return [
      quote(name),
      draw.chance(0.05) ? '4.477E+11' : usual,
      teams,
      quote(draw.from(['', 'flat 12', '# "x"'])),
    ];
  });
  const again = draw.some(rows, 0.1);
  return `\ufeff${[['Name', 'Phone', 'Teams', 'Note'], ...rows, ...again].map((row) => row.join(';')).join('\r\n')}\r\n`;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
