import type { EntryDesk } from '../groups/target.ts';
import { parsePeople } from '../people/parse-people.ts';
import type { ParsedPeople, ParsedPerson, ParsedTeam } from '../people/parse-people.ts';
import { isName, toHandle } from '../people/handle.ts';
import { toSecret } from '../people/to-secret.ts';
import type { Source } from '../sources.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';
import type { DecryptMistake } from './decrypt-tree.ts';
import { decryptTree } from './decrypt-tree.ts';
import { readMetadata, sopsKey } from './metadata.ts';

/**
 * The people of a file that SOPS has encrypted: read once its MAC holds, all of them secret, each mistake at its place in
 * the encrypted file. Without its key (`Source.sops`) their handles alone; undefined where it is none of SOPS. Names that are
 * encrypted stay out of reports, as notes do: who wants them there leaves them in plain.
 */
export function readSopsPeople(
  root: YamlMap,
  source: Source,
  desk: EntryDesk,
): (ParsedPeople & { readonly isLocked: boolean }) | undefined {
  const metadata = readMetadata(root);
  if (metadata === undefined) return undefined;
  if (typeof metadata === 'string') {
    const pair = root.pairs.find(({ key }) => key === sopsKey);
    desk.report('bad-sops', metadata, pair?.keyNode ?? root);
    return { ...readHandles(root, desk), isLocked: false };
  }
  if (!source.sops) return { ...toSecret(readHandles(root, desk), { isLocked: true }), isLocked: true };
  const found = decryptTree(root, metadata, source.sops);
  if (found.kind === 'map') return { ...readOpened(found, desk), isLocked: false };
  for (const { mistake, node } of found.places) desk.report('bad-sops', texts[mistake], node);
  return { ...readHandles(root, desk), isLocked: false };
}

const texts: Readonly<Record<DecryptMistake['mistake'], string>> = {
  value:
    'This value does not open: it was changed, or made for another key, as a line is that was copied to somebody else. Take the file as SOPS left it, and change it with `sops edit`.',
  plain:
    'This value stands here in plain text, and SOPS would have encrypted it. Put it in with `sops edit`, which encrypts it; a number that was pushed in plain text stays in the history.',
  mac: 'The file is not as SOPS left it: values are missing, or others than they were, or stand in another order (its MAC does not fit them). Which they are cannot be told. Take it as SOPS left it, and change it with `sops edit`.',
  'no-mac':
    'The file has no MAC, so nobody can tell whether values of it are missing. Take it as SOPS left it.',
  odd: 'This is nothing that SOPS could have written here. Take the file as SOPS left it.',
};

/** Everybody; secret is whoever's number was encrypted, since rules may leave one in plain. */
function readOpened(found: Opened, desk: EntryDesk): ParsedPeople {
  const { people, teams } = parsePeople(withoutNames(found), desk);
  const { people: secret } = toSecret({ people, teams });
  const plain = findPlain(found);
  const all = [...people].map(
    ([handle, person]) => [handle, (!plain.has(handle) && secret.get(handle)) || person] as const,
  );
  return { people: new Map(all), teams };
}

/** The handles of those whose number stands in plain. */
function findPlain({ root, opened }: Opened): ReadonlySet<string> {
  const people = root.pairs.find(({ key }) => key === 'people')?.value;
  const all = people?.kind === 'map' ? people.pairs : [];
  const plain = all.filter(({ value }) => {
    const number = value?.kind === 'map' ? value.pairs.find(({ key }) => key === 'phone')?.value : value;
    return number !== undefined && !opened.has(number);
  });
  return new Set(plain.map(({ key }) => toHandle(key)));
}

interface Opened {
  readonly root: YamlMap;
  readonly opened: ReadonlySet<YamlNode>;
}

/** The people without those names and notes that were encrypted. */
function withoutNames({ root, opened }: Opened): YamlMap {
  const pairs = root.pairs.map((pair) => {
    if (pair.key !== 'people' || pair.value?.kind !== 'map') return pair;
    const people = pair.value.pairs.map((person) => {
      if (person.value?.kind !== 'map') return person;
      const own = person.value.pairs.filter(
        ({ key, value }) => !((key === 'name' || key === 'note') && value && opened.has(value)),
      );
      return { ...person, value: { ...person.value, pairs: own } };
    });
    return { ...pair, value: { ...pair.value, pairs: people } };
  });
  return { ...root, pairs };
}

/** What is known without a look at any value: who is in the file, and which teams there are. */
function readHandles(root: YamlMap, desk: EntryDesk): ParsedPeople {
  const people = new Map<string, ParsedPerson>();
  const teams = new Map<string, ParsedTeam>();
  for (const { key, value } of root.pairs) {
    for (const pair of value?.kind === 'map' ? value.pairs : []) {
      const name = toHandle(pair.key);
      const span = desk.locate.spanOf(pair.keyNode);
      if (!isName(name)) continue;
      if (key === 'people') people.set(name, { handle: name, span });
      if (key === 'teams') teams.set(name, { name, span, entries: [] });
    }
  }
  return { people, teams };
}
