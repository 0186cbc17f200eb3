import type { Span } from '../../domain/diagnostic.ts';
import { findNamed } from '../groups/list-entry.ts';
import type { EntryDesk } from '../groups/target.ts';
import { findSecretPlaces } from './read-only.ts';
import { parsePeople } from '../people/parse-people.ts';
import type { ParsedPeople, ParsedPerson, ParsedTeam } from '../people/parse-people.ts';
import { isName, toHandle } from '../people/handle.ts';
import { toSecret } from '../people/to-secret.ts';
import type { Source } from '../sources.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';
import type { DecryptMistake, decryptTree } from './decrypt-tree.ts';
import { brokenText, isLikeSops, readMetadata, sopsKey } from './metadata.ts';

/** What opens a file is loaded only where there is a key. */
export type DecryptTree = typeof decryptTree;

/**
 * The people of a file that SOPS has encrypted: read once its MAC holds, all of them secret, each mistake at its place in
 * the encrypted file. Without its key (`Source.sops`) their handles alone; undefined where it is none of SOPS. Names that are
 * encrypted stay out of reports, as notes do: who wants them there leaves them in plain.
 */
export function readSopsPeople(
  root: YamlMap,
  source: Source,
  desk: EntryDesk,
  decrypt: DecryptTree | undefined,
): (ParsedPeople & { readonly isLocked: boolean }) | undefined {
  const found = readMetadata(root);
  if (found === undefined) return undefined;
  // Whoever opens files and whoever writes them look at the text alone.
  const metadata = isLikeSops(source.text) ? found : brokenText;
  if (typeof metadata === 'string') {
    const pair = root.pairs.find(({ key }) => key === sopsKey);
    desk.report('bad-sops', metadata, pair?.keyNode ?? root);
    return { ...readHandles(root, desk), isLocked: false };
  }
  if (!source.sops) return { ...toSecret(readHandles(root, desk), { isLocked: true }), isLocked: true };
  if (!decrypt) throw new Error('A file of SOPS cannot be opened without `decryptTree`.');
  const tree = decrypt(root, metadata, source.sops);
  if (tree.kind === 'map') {
    const parsed = readOpened(tree, desk);
    if (metadata.macOnlyEncrypted)
      reportUnheld([...findPlain(tree).values(), ...findPlainInTeams(parsed, source)], desk);
    return { ...parsed, isLocked: false };
  }
  for (const { mistake, node } of tree.places) desk.report('bad-sops', texts[mistake], node);
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

/** One warning for all numbers that anybody can put there: nobody can tell whether they were, since the MAC is over others alone. */
function reportUnheld([first, ...more]: readonly (YamlNode | Span)[], desk: EntryDesk): void {
  if (!first) return;
  const numbers = more.length === 0 ? 'A number stands' : `${more.length + 1} numbers stand`;
  const detail = `${numbers} in plain text in this file, and \`mac_only_encrypted\` lets the MAC hold what is encrypted alone: whoever may change the file can put in people, and other numbers, that SOPS does not miss. Encrypt them; or encrypt the file without \`--mac-only-encrypted\`.`;
  desk.report('unheld-number', detail, first);
}

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

/** The numbers and LIDs of people that stand in plain, by handle. */
function findPlain({ root, opened }: Opened): ReadonlyMap<string, YamlNode> {
  const people = root.pairs.find(({ key }) => key === 'people')?.value;
  const all = people?.kind === 'map' ? people.pairs : [];
  const plain = all.flatMap(({ key, value }) => {
    const number =
      value?.kind === 'map' ? value.pairs.find((pair) => /^(?:phone|lid)$/.test(pair.key))?.value : value;
    return number !== undefined && !opened.has(number) ? [[toHandle(key), number] as const] : [];
  });
  return new Map(plain);
}

/** Where teams have numbers that stand in plain. */
function findPlainInTeams({ teams }: ParsedPeople, source: Source): readonly Span[] {
  const isSecret = findSecretPlaces({ files: [source] });
  const named = [...teams.values()].flatMap(({ entries }) => entries.flatMap(findNamed));
  return named.flatMap(({ target, span }) => (target.kind === 'phone' && !isSecret(span) ? span : []));
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
