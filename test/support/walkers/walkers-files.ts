import { toWorldFile } from '../../../src/sandbox/world-file.ts';
import type { StageOptions } from '../stage.ts';

/** The account is 1, whoever the file lists 2 to 31, strangers are from 60 on. */
export const phone = (n: number) => `4477009000${String(n).padStart(2, '0')}`;

/** Whom the file lists, in its order: `ana` is 2, `budi` 3 and so on. */
export const walkers = [
  ['ana', 'budi', 'citra', 'dewi', 'eko', 'fajar', 'hana', 'indra', 'joko', 'kartika'] as const,
  ['lestari', 'made', 'nina', 'dian', 'vina', 'endah', 'gita', 'oki', 'putri', 'rama'] as const,
  ['sari', 'tono', 'umar', 'farid', 'wati', 'yani', 'zaki', 'agus', 'bayu', 'cinta'] as const,
].flat();

export type Walker = (typeof walkers)[number];

/** Numbers that are not on WhatsApp are far from all others, so that nobody could be meant by a slip. */
const gone: { readonly [K in Walker]?: string } = { wati: '12025550143', yani: '12025550176' };

export const numberOf = (who: Walker) => gone[who] ?? phone(walkers.indexOf(who) + 2);
const lidOf = (pn: string) => `3251341205611${pn.slice(-2)}`;
export const nameOf = (pn: string) => walkers.find((who) => numberOf(who) === pn) ?? pn;
/** Nobody's handle: who is in no file. */
export const strangers = [phone(60), phone(61)] as const;

/** Adds of a day, and messages. */
export const perDay = { adds: 10, messages: 2 } as const;

const policy = (language: string) =>
  [
    `account: "+${phone(1)}"`,
    'timezone: UTC',
    `language: ${language}`,
    'manage: exact',
    `pace: { adds: ${perDay.adds}/day, messages: ${perDay.messages}/day }`,
    'link: { renew: after-removals }',
    '',
  ].join('\n');

const people = [
  'people:',
  ...walkers.map((name) =>
    name === 'bayu' ? `  bayu: { lid: "${lidOf(numberOf(name))}" }` : `  ${name}: "+${numberOf(name)}"`,
  ),
  '',
].join('\n');

/** The file as people wrote it: nobody has made its group yet. */
const walkersFile = [
  '# every Sunday',
  'name: Hill Walkers',
  'topic: Every Sunday, 8:00.',
  'join-approval: true',
  'members:',
  ...walkers.slice(1).flatMap((name) => {
    if (name === 'umar' || name === 'farid') return [`  - { person: ${name}, by: invite }`];
    if (name === 'zaki') return ['  - { person: zaki, from: 2026-06-05 }'];
    if (name === 'agus') return ['  - { person: agus, until: 2026-06-06 }'];
    return name === 'gita' ? [] : [`  - ${name}`];
  }),
  'admins: [ana, gita]',
  '',
].join('\n');

export function walkersFiles(language: string): Readonly<Record<string, string>> {
  return { '_policy.yaml': policy(language), '_people.yaml': people, 'walkers.yaml': walkersFile };
}

/** What WhatsApp knows of them. */
const traits: { readonly [K in Walker]?: object } = {
  gita: { privacy: 'invite' },
  oki: { privacy: 'invite' },
  putri: { privacy: 'invite' },
  rama: { privacy: 'invite' },
  sari: { privacy: 'blocked' },
  tono: { privacy: 'legal' },
  wati: { registered: false },
  yani: { registered: false },
};

/** A world without groups, in which everybody has a phone of their own. */
export function walkersWorld(): StageOptions['world'] {
  const everybody = [phone(1), ...walkers.map(numberOf), ...strangers];
  return toWorldFile(
    {
      // The phones of all of them; `fork` for what nobody but a phone sets.
      server: { devices: everybody.map((pn) => ({ pn, lid: lidOf(pn) })), fork: true },
      people: walkers.map((name) => ({ pn: numberOf(name), lid: lidOf(numberOf(name)), ...traits[name] })),
      groups: [],
    },
    'a world without walkers',
  );
}
