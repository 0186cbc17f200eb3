import type { GroupFile, WorldFile } from '../../src/sandbox/world-file.ts';
import type { Draw } from './draw.ts';
import { createDraw } from './draw.ts';
import { drawPair } from './worlds.ts';

/** The account of every world. */
export const account = '447700900001';

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

/** A world of groups in which everything that can be odd about one is so, now and then. The same seed, the same world. */
export function drawImportWorld(seed: number): WorldFile {
  const draw = createDraw(seed);
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
export function drawSheet(seed: number): string {
  const draw = createDraw(seed);
  const rows = draw.some(drawPair(seed).world.people, 0.7).map(({ pn }) => {
    const phone = draw.from([
      `+${pn}`,
      `+${pn.slice(0, 2)} ${pn.slice(2)}`,
      `00${pn}`,
      draw.chance(0.1) ? '4.477E+11' : `+${pn}`,
    ]);
    const name = draw.from([...called, ...Array.from({ length: 20 }, (_, i) => `Person ${i}`)]);
    return [quote(name), phone, draw.from(['', 'board', 'board choir', 'x!'])].join(';');
  });
  return `\ufeff${['Name;Phone;Teams', ...rows].join('\r\n')}\r\n`;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
