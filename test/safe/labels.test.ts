import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupId } from '../../src/domain/group.ts';
import type { Person, PhoneNumber } from '../../src/domain/people/person.ts';
import { toPersonKey } from '../../src/domain/people/person-key.ts';
import type { Naming } from '../../src/safe/labels.ts';
import { isQuotedStranger, makeSafety, toVisibleId } from '../../src/safe/labels.ts';
import { toForms } from '../../src/safe/alike.ts';
import { toSkeleton } from '../../src/safe/lookalikes.ts';
import { lid, singer } from '../support/choir.ts';

const plain = singer(2);
const ana = { ...plain, handle: 'ana' };
const named = { ...ana, name: 'Ana 447700900002\u202e' };

describe('with numbers hidden', () => {
  const safety = makeSafety(false);

  test.each([
    ['a number alone', plain],
    ['a name that holds a number', named],
  ])('%s shows none of it', (_, person) => {
    expect(safety.label(person).replace(/\D/g, '')).not.toContain('7700900');
  });

  test('the name comes before the handle, and the handle before the number', () => {
    expect(safety.label(named)).toMatch(/^Ana /);
    expect(safety.label(ana)).toBe('ana');
    expect(safety.label(plain)).toMatch(/^\+44/);
  });

  test('no text of anybody shows one, and none hides a sign', () => {
    expect(safety.line('call +44 7700 900002\u202e\n')).not.toMatch(/900002|\u202e|\n/);
    expect(safety.lines('call\n+44 7700 900002').split('\n')).toHaveLength(2);
    expect(safety.lines('call\n+44 7700 900002')).not.toContain('900002');
  });
});

test('whose number is hidden is called what the files call them, the handle with every name', () => {
  const [eko, fani, nobody] = [lid('330631678702157'), lid('330631678702158'), lid('330631678702159')];
  const { hidden } = makeSafety(false, {
    people: [],
    hidden: new Map([
      [eko, { lid: eko, handle: 'eko', name: 'Eko\u202e +44 7700 900002' }],
      [fani, { lid: fani, handle: 'fani' }],
    ]),
  });
  expect([fani, nobody].map(hidden)).toEqual(['fani', 'lid:330631678702159']);
  expect(hidden(eko)).toMatch(/^Eko.*\(eko\)$/);
  expect(hidden(eko)).not.toMatch(/\u202e|900002/);
});

/** The label of somebody whom the contacts call so. */
function labelStranger(name: string, person: Person = plain, shown = false): string {
  return makeSafety(shown, { people: [person], called: new Map([[person.key, name]]) }).label(person);
}

describe('a stranger is called as the contacts have it, in quotes', () => {
  test.each([
    ['Budi', '+44 •••• ••• 002 (“~Budi”)'],
    [' Budi\nS. ', '+44 •••• ••• 002 (“~Budi S.”)'],
    ['', '+44 •••• ••• 002'],
    ['x") to leave. "', "+44 •••• ••• 002 (“~x') to leave. '”)"],
    ['a name of far more letters', '+44 •••• ••• 002 (“~a name of far more lette…”)'],
    ['a\u202eb', expect.not.stringContaining('\u202e')],
    ['+44 7700 900123', expect.not.stringContaining('900123"')],
    ['\u201dquoted\u201d', "+44 •••• ••• 002 (“~'quoted'”)"],
  ])('%j', (name, wanted) => {
    expect(labelStranger(name)).toEqual(wanted);
  });

  test('beside the number in full, where numbers are shown', () => {
    expect(labelStranger('Budi', plain, true)).toBe('+447700900002 (“~Budi”)');
  });

  test('and nobody whom the files name is', () => {
    expect(labelStranger('Budi', ana)).toBe('ana');
    expect(labelStranger('Budi', named)).not.toContain('Budi');
  });

  test('beside what tells equal numbers apart', () => {
    const other = singer(1002);
    const called = new Map([[plain.key, 'Budi']]);
    const safety = makeSafety(false, { people: [plain, other], called });
    expect([safety.label(plain), safety.label(other)]).toEqual([
      '+44 •••• ••• 002 (1, “~Budi”)',
      '+44 •••• ••• 002 (2)',
    ]);
  });
});

test('of a topic, the numbers that the file holds are shown, and no others', () => {
  const { topics } = makeSafety(false);
  const file = 'Questions: +44 7700 900123\nThursdays';
  expect(topics('Call me: +44 7700 900555', file)).toEqual({
    before: 'Call me: +•• •••• •••555',
    after: file,
  });
  // A line that stays is no change because a number in it is masked on one side.
  expect(topics(file.replace('Thursdays', '+44 7700 900555'), file).before).toBe(
    'Questions: +44 7700 900123\n+•• •••• •••555',
  );
  // Nearly the file's own is somebody else's.
  expect(topics('Questions: +44 7700 900124', file).before).not.toContain('900124');
  expect(topics('x', 'call\u202e +44 7700 900123').after).not.toContain('\u202e');
});

test('shown in full, people have both, and texts are still safe for a terminal', () => {
  const safety = makeSafety(true);
  expect(safety.label(plain)).toBe('+447700900002');
  expect(safety.label(ana)).toBe('ana (+447700900002)');
  expect(safety.line('447700900002')).toBe('447700900002');
  expect(safety.label(named)).not.toContain('\u202e');
});

test('one person has one ordinal, in the order in which they were asked about', () => {
  const { toOrdinal } = makeSafety(false);
  expect([singer(5), singer(3), { ...singer(5), handle: 'eko' }, singer(4)].map(toOrdinal)).toEqual([
    0, 1, 0, 2,
  ]);
  expect(makeSafety(false).toOrdinal(singer(3))).toBe(0);
});

test('an id that is made of a number is not shown', () => {
  expect(toVisibleId('447700900077-1598765432@g.us' as GroupId)).toBeUndefined();
  expect(toVisibleId('120363025982934543@g.us' as GroupId)).toBe('120363025982934543@g.us');
});

function label(person: Person, naming: Naming) {
  return makeSafety(false, naming).label(person);
}

describe('people who would look the same', () => {
  const other = { ...singer(3), handle: 'ana-2', name: 'Ana Pereira' };
  const first = { ...plain, handle: 'ana', name: 'Ana Pereira' };

  test('are told apart by their handles', () => {
    const naming = { people: [first, other] };
    expect(label(first, naming)).toBe('Ana Pereira (ana)');
    expect(label(other, naming)).toBe('Ana Pereira (ana-2)');
  });

  test('are alike by letters of another script, by accents and by capitals too', () => {
    for (const name of ['\u0410na Pereira', 'Ana Pereíra', 'ana pereira'])
      expect(label({ ...other, name }, { people: [first, { ...other, name }], toSkeleton })).toBe(
        `${name} (ana-2)`,
      );
  });

  test('have their file and line beside a number that shows the same digits, never more of them', () => {
    const [one, two] = ['447700900123', '447711000123'].map((phone) => ({
      phone: phone as PhoneNumber,
      key: toPersonKey(phone as PhoneNumber),
    }));
    const naming = { people: [one!, two!], places: new Map([[one!.key, 'choir/altos.yaml:12']]) };
    expect(label(one!, naming)).toBe('+44 •••• ••• 123 (choir/altos.yaml:12)');
    expect(label(two!, naming)).toBe('+44 •••• ••• 123 (2)');
  });

  test('are one where a handle has an old and a new number', () => {
    const fresh = { ...singer(3), handle: 'ana', name: 'Ana Pereira' };
    const numbers = new Map([[first.key, 'old'] as const, [fresh.key, 'new'] as const]);
    const safety = makeSafety(false, { people: [fresh, first], numbers });
    expect([safety.label(first), safety.toNumber(first)]).toEqual(['Ana Pereira', { number: 'old' }]);
    expect([safety.label(fresh), safety.toNumber(fresh)]).toEqual(['Ana Pereira', { number: 'new' }]);
  });

  test('are told apart where a name is what a masked number looks like', () => {
    const liar = { ...singer(3), handle: 'liar', name: '+44 •••• ••• 817' };
    expect(label(liar, { people: [liar] })).toBe('+44 •••• ••• 817 (liar)');
    const quoting = { ...liar, name: '+44 •••• ••• 817 (“~Budi”)' };
    expect(label(quoting, { people: [quoting] })).toBe('+44 •••• ••• 817 (“~Budi”) (liar)');
    expect(isQuotedStranger(label(quoting, { people: [quoting] }))).toBe(false);
  });

  test('are told apart from whoever is called what stands in their label', () => {
    const liar = { ...singer(4), handle: 'liar', name: 'Ana Pereira (ana)' };
    const second = { ...singer(5), handle: 'second', name: 'Ana Pereira (ana) (liar)' };
    const naming = { people: [first, other, liar, second] };
    expect(naming.people.map((person) => label(person, naming))).toEqual([
      'Ana Pereira (ana)',
      'Ana Pereira (ana-2)',
      'Ana Pereira (ana) (liar)',
      'Ana Pereira (ana) (liar) (second)',
    ]);
  });

  test('are told apart where their handles look the same, or are masked alike', () => {
    for (const handle of ['\u0430na', 'Ana', 'ANA'])
      expect(label({ ...other, handle }, { people: [first, { ...other, handle }], toSkeleton })).toBe(
        `Ana Pereira (${handle}, 2)`,
      );
    const [one, two] = ['a-1234567890', 'a-7654321890'].map((handle, index) => ({
      ...singer(index + 2),
      handle,
      name: 'Ana',
    }));
    expect(label(two!, { people: [one!, two!] })).toBe('Ana (a-•••••••890, 2)');
  });

  test('never look the same, whatever they are called', () => {
    const word = fc.constantFrom(
      'ana',
      'Ana',
      '\u0430na',
      '(ana)',
      '(1)',
      '(2)',
      'b',
      '(b)',
      '+44 •••• ••• 817',
    );
    const names = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.boolean()), (all, isNamed) => {
        const people = all.map((words, index) => ({
          ...singer(index + 2),
          ...(isNamed.next().value && {
            name: words.join(' '),
            handle: `${words[0]?.replace(/\W/g, '') || 'h'}${index}`,
          }),
        }));
        const labels = people.map((person) => label(person, { people, toSkeleton }));
        expect(new Set(labels.flatMap((each) => toForms(each, toSkeleton).slice(0, 1))).size).toBe(
          people.length,
        );
      }),
    );
  });

  test('have a name where only the files of another commit give one', () => {
    expect(label(plain, { people: [first, plain] })).toBe('Ana Pereira');
  });
});

test('a name is without its number even where numbers are shown', () => {
  expect(makeSafety(true).name(ana)).toBe('ana');
});

function refuseToLook(): never {
  throw new Error('nobody asked');
}

test('who looks like whom is looked at when the first of them is named', () => {
  const people = [
    { ...plain, name: 'Ána' },
    { ...singer(3), name: 'Ana' },
  ];
  const safety = makeSafety(false, { people, toSkeleton: refuseToLook });
  expect(safety.line('Altos')).toBe('Altos');
  expect(() => safety.label(plain)).toThrow('nobody asked');
});

describe('where a number is sealed', () => {
  const sealed: Person = { ...ana, isSealed: true };
  const twin: Person = { ...singer(3), handle: 'anna', name: 'ana', isSealed: true };
  const stranger = singer(4);
  const people = [sealed, twin, stranger];

  test.each([[false], [true]])(
    'no digit of it is shown, whoever asks, and numbers are to be shown: %s',
    (isShown) => {
      const safety = makeSafety(isShown, { people });
      const shown = [
        safety.label(sealed),
        safety.name(sealed),
        safety.label({ key: sealed.key, phone: sealed.phone }),
        safety.phone(sealed.phone),
        safety.masked(sealed.phone),
        safety.line(`call +${sealed.phone}`),
        safety.lines(`call\n+${sealed.phone}`),
        safety.topics(`call +${sealed.phone}`, '').before,
      ].join(' ');
      expect(shown).not.toMatch(/\d\d/);
      expect(safety.label(sealed)).toBe('ana (1)');
    },
  );

  test('a bare number is masked alike whether it is one of those that are sealed or not', () => {
    const { phone: tell, masked } = makeSafety(false, { people });
    expect([tell(stranger.phone), masked(stranger.phone)]).toEqual([
      tell(sealed.phone),
      masked(sealed.phone),
    ]);
  });

  test('people who look alike are told apart by their handles, where numbers are shown as well', () => {
    expect(makeSafety(true, { people }).label(twin)).toBe('ana (anna)');
  });

  test('masks leave no digit of anybody’s: a stranger may have stood in the files; only who asks for numbers sees theirs', () => {
    expect(makeSafety(false, { people }).label(stranger)).toBe('+44 •••• ••• •••');
    expect(makeSafety(true, { people }).label(stranger)).toBe(`+${stranger.phone}`);
    const called = new Map([[stranger.key, 'Gus +44 7700 900004']]);
    const label = makeSafety(false, { people, called }).label(stranger);
    expect(label.replace('+44', '')).not.toMatch(/\d/);
    expect(isQuotedStranger(label)).toBe(true);
  });
});
