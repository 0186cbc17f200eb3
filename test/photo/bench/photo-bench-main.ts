import sharp from 'sharp';
import type { Signature } from '../../../src/domain/picture.ts';
import { toSquare } from '../../../src/photo/picture.ts';
import { preparePhoto } from '../../../src/photo/prepare.ts';
import { toSignature } from '../../../src/photo/signature.ts';
import { processPhoto } from '../../../src/sandbox/server/photo.ts';
import { makeSamples } from './drawings.ts';
import type { Measure } from './measures.ts';
import { measures } from './measures.ts';

/**
 * The experiment behind `measureDistance`: pictures against what WhatsApp makes of them, which must count as the same,
 * and against their nearest neighbours, encoded in the same ways, which must not. Prints the tables of the README.
 */
interface Pair {
  readonly one: Signature;
  readonly other: Signature;
  /** What the other is: an encoding of the same picture, or the kind of neighbour. */
  readonly kind: string;
  readonly name: string;
}

interface Encoding {
  readonly kind: string;
  readonly encode: (square: Buffer) => Promise<Buffer>;
}

const qualities = [40, 50, 60, 70, 80, 90];

const throughGowa: Encoding = {
  kind: "GOWA's road",
  encode: async (square) => (await processPhoto(square)).reencoded,
};

function jpeg(side: number, quality: number): Encoding {
  return {
    kind: `JPEG ${side} px`,
    encode: (square) => sharp(square).resize(side, side).jpeg({ quality }).toBuffer(),
  };
}

const encodings = [
  throughGowa,
  ...[640, 320].flatMap((side) => qualities.map((quality) => jpeg(side, quality))),
];
const smallEncodings = qualities.map((quality) => jpeg(192, quality));
/** The worst and the best of them. */
const neighbourEncodings = [throughGowa, ...[640, 320].flatMap((side) => [jpeg(side, 40), jpeg(side, 90)])];

async function toSignatureOf(bytes: Buffer): Promise<Signature> {
  return toSignature(await toSquare(bytes));
}

interface Pairs {
  readonly same: Pair[];
  readonly small: Pair[];
  readonly different: Pair[];
  pictures: number;
}

async function makePairs(): Promise<Pairs> {
  const pairs: Pairs = { same: [], small: [], different: [], pictures: 0 };
  for await (const { name, image, neighbours } of makeSamples()) {
    pairs.pictures += 1;
    const one = await toSignatureOf(image);
    const add = async (list: Pair[], source: Buffer, all: readonly Encoding[], neighbour?: string) => {
      const square = await preparePhoto(source);
      for (const { kind, encode } of all) {
        list.push({ one, other: await toSignatureOf(await encode(square)), kind: neighbour ?? kind, name });
      }
    };
    await add(pairs.same, image, encodings);
    await add(pairs.small, image, smallEncodings);
    for (const [kind, neighbour] of neighbours)
      await add(pairs.different, neighbour, neighbourEncodings, kind);
  }
  return pairs;
}

interface Measured {
  readonly kind: string;
  readonly name: string;
  readonly distance: number;
}

/** By measure, all pairs; measured once. */
interface Results {
  readonly measure: Measure;
  readonly same: readonly Measured[];
  readonly small: readonly Measured[];
  readonly different: readonly Measured[];
}

function measureAll({ same, small, different }: Pairs, measure: Measure): Results {
  const all = (pairs: readonly Pair[]) =>
    pairs.map(({ one, other, kind, name }) => ({ kind, name, distance: measure.distance(one, other) }));
  return { measure, same: all(same), small: all(small), different: all(different) };
}

function greatest(all: readonly Measured[]): number {
  return Math.max(...all.map(({ distance }) => distance));
}

function least(all: readonly Measured[]): number {
  return Math.min(...all.map(({ distance }) => distance));
}

function share(count: number, all: readonly unknown[]): string {
  return `${count} of ${all.length} (${((100 * count) / all.length).toFixed(1)} %)`;
}

function compareMeasures(results: readonly Results[]): string[] {
  const rows = results.map((result) => {
    const { measure, same, different } = result;
    const limit = toLimit(result);
    const numbers = [greatest(same), least(different), limit].map((value) => Math.max(0, value).toFixed(2));
    const wrong = [share(findFalseSame(result), different), share(findFalseDifferent(result), same)];
    return `| ${[measure.name, ...numbers, ...wrong].join(' | ')} |`;
  });
  return [
    '| measure | same: greatest | other: least | same up to | false "same" | false "different" |',
    '|---|---|---|---|---|---|',
    ...rows,
  ];
}

/** Fixed, or the best that a measure can have without a false "same". */
function toLimit({ measure, different }: Results): number {
  return measure.sameUpTo ?? least(different) - 1e-9;
}

function findFalseSame(result: Results): number {
  return result.different.filter(({ distance }) => distance <= toLimit(result)).length;
}

function findFalseDifferent(result: Results, all: readonly Measured[] = result.same): number {
  return all.filter(({ distance }) => distance > toLimit(result)).length;
}

function toRow(kind: string, all: readonly Measured[], wrong: number): string {
  return `| ${kind} | ${least(all).toFixed(2)} to ${greatest(all).toFixed(2)} | ${share(wrong, all)} |`;
}

function describe(result: Results): string[] {
  const alike = group([...result.same, ...result.small]).map(([kind, all]) =>
    toRow(`the same, ${kind}`, all, findFalseDifferent(result, all)),
  );
  const apart = group(result.different).map(([kind, all]) =>
    toRow(kind, all, findFalseSame({ ...result, different: all })),
  );
  return ['| the other is | distance | judged wrongly |', '|---|---|---|', ...alike, ...apart];
}

function group(all: readonly Measured[]): [string, Measured[]][] {
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, all.filter((each) => each.kind === kind)]);
}

function toLine({ name, kind, distance }: Measured): string {
  return `  ${distance.toFixed(3)}  ${name}, ${kind}`;
}

/** The pairs nearest to being judged wrongly, for whoever wants to look at them. */
function describeNearest({ same, different }: Results): string[] {
  const alike = same.toSorted((a, b) => b.distance - a.distance).slice(0, 5);
  const apart = different.toSorted((a, b) => a.distance - b.distance).slice(0, 5);
  return ['Same, farthest apart:', ...alike.map(toLine), 'Others, nearest:', ...apart.map(toLine)];
}

const pairs = await makePairs();
const results = measures.map((measure) => measureAll(pairs, measure));
const [used] = results;
if (!used) throw new Error('there is no measure');
const { same, different } = pairs;
process.stdout.write(
  [
    `${pairs.pictures} pictures, ${same.length} pairs of the same, ${different.length} of near neighbours, at 320 px and more.`,
    '',
    ...compareMeasures(results),
    '',
    ...describe(used),
    '',
    ...describeNearest(used),
    '',
  ].join('\n'),
);
process.exitCode = findFalseSame(used) > 0 || findFalseDifferent(used) >= same.length / 100 ? 1 : 0;
