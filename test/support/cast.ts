import type { PersonFile } from '../../src/sandbox/world-file.ts';
import type { Draw } from './draw.ts';

/** Somebody of the world, and how the files call and spell them. */
export interface Somebody {
  readonly handle: string;
  /** WhatsApp's spelling, and the files'. */
  readonly pn: string;
  readonly written: string;
  readonly lid: string;
  readonly hides: boolean;
  readonly person: PersonFile;
}

/** The groups that there may be, without `@g.us`. */
export const ids = ['120363000000000001', '120363000000000002', '120363000000000003', '120363000000000004'];

/**
 * Long and short spelling of one number: area codes of Brazil, Mexico and Argentina that are not in use; and numbers of
 * Benin and of two operators of Côte d'Ivoire from before and after both were lengthened.
 */
const spellings = [
  ['5520980000019', '552080000019'],
  ['5520980000020', '552080000020'],
  ['5520980000021', '552080000021'],
  ['5520980000022', '552080000022'],
  ['5210012345623', '520012345623'],
  ['5492012345624', '542012345624'],
  ['2290190000011', '22990000011'],
  ['2250707000022', '22507000022'],
  ['2250544000033', '22544000033'],
] as const;

/**
 * Numbers reserved for fiction, each three digits or more from every other, but for the last two: those are a slip of the
 * finger away from the two before them.
 */
const plainNumbers = [
  '441164960014',
  '441154960280',
  '441184960400',
  '441614960464',
  '441154960832',
  '441614960272',
  '441414960152',
  '447700900240',
  '441614960848',
  '442079460520',
  '441144960607',
  '441314960984',
  '441134960648',
  '447700900816',
  '441914980632',
  '441514960896',
  '441914980623',
  '441514960836',
] as const;

/** Whoever changes their number gets one of these; they too lie apart. */
export const spareNumbers = [
  '442896496117',
  '442920180224',
  '443069990331',
  '441174960448',
  '441214960555',
  '448081570662',
] as const;

/** Whom no file has ever heard of; apart from all others, too. */
export const strangers = ['443069990114', '448081570229'] as const;

/** Everybody whom a pair is about. */
export function drawCast(draw: Draw): Somebody[] {
  return Array.from({ length: 18 + spellings.length }, (_, i) => drawSomebody(draw, i));
}

function drawSomebody(draw: Draw, i: number): Somebody {
  const pair = spellings[i - 18];
  const plain = plainNumbers[i] ?? '';
  const [pn, other] = pair ? draw.shuffle([...pair]) : [plain, plain];
  const trait = draw.from(traits);
  const lid = String(300_000_000_000_000 + i);
  const person: PersonFile = { pn: pn ?? plain, lid, ...trait.person };
  const written = draw.chance(0.5) ? (other ?? plain) : (pn ?? plain);
  return { handle: `p${i}`, pn: pn ?? plain, written, lid, hides: trait.hides === true, person };
}

interface Trait {
  readonly hides?: boolean;
  readonly person?: Partial<PersonFile>;
}

/** What may be peculiar about somebody, as often as it is. */
const traits: readonly Trait[] = [
  ...Array.from({ length: 11 }, () => ({})),
  { hides: true },
  { hides: true },
  { person: { privacy: 'invite' } },
  { person: { privacy: 'invite' } },
  { person: { privacy: 'blocked' } },
  { person: { privacy: 'legal' } },
  { person: { recently_left: ids } },
  { person: { registered: false } },
  { person: { registered: false } },
];

/** Sometimes both spellings of a number are two people, and nobody can tell which is meant. */
export function drawTwins(draw: Draw, cast: readonly Somebody[]): PersonFile[] {
  const [long, short] = spellings[0];
  const [one] = cast.slice(18);
  if (!one || !draw.chance(0.1)) return [];
  return [{ pn: one.pn === long ? short : long, lid: '300000000000099' }];
}
