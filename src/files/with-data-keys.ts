import { isAboutPeople, isSheet } from '../config/layout.ts';
import { openDataKey } from '../config/sops/data-key.ts';
import { isLikeSops, readMetadata } from '../config/sops/metadata.ts';
import type { Source, Sources } from '../config/sources.ts';
import { parseYaml } from '../config/yaml/parse-yaml.ts';
import { readNamedText } from '../disk/named-file.ts';
import { secretBytes } from '../disk/secret-files.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';

/** Where SOPS itself looks for keys of age: the keys, or a file of them. */
export const ageKeyVariable = 'SOPS_AGE_KEY';
const keyFileVariable = 'SOPS_AGE_KEY_FILE';

/**
 * The sources with the keys of those files of people that SOPS has encrypted, as far as the environment has what opens them; from
 * then on nothing that is printed has a digit of anybody's. Throws `UsageError` for keys that are none.
 */
export async function withDataKeys(sources: Sources, io: Io): Promise<Sources> {
  const { files, outside } = sources;
  if (![...files, ...(outside ?? [])].some(isEncrypted)) return sources;
  io.hideDigits();
  const identities = await readIdentities(io.env);
  const open = (all: readonly Source[]) =>
    Promise.all(all.map((source) => (isEncrypted(source) ? withDataKey(source, identities) : source)));
  return { ...sources, files: await open(files), ...(outside && { outside: await open(outside) }) };
}

/** True for YAML of people that SOPS has encrypted. */
function isEncrypted({ path, text, isOutside }: Source): boolean {
  return (isOutside || isAboutPeople(path)) && !isSheet(path) && isLikeSops(text);
}

async function withDataKey(source: Source, identities: readonly string[]): Promise<Source> {
  const { readDocument } = await import('../config/yaml/document.ts');
  const root = (parseYaml(source) ?? parseYaml(source, readDocument))?.root;
  const metadata = root && readMetadata(root);
  // Whoever parses the file says what is wrong with it.
  if (!metadata || typeof metadata === 'string' || identities.length === 0) return source;
  const sops = await openDataKey(metadata.dataKeys, identities);
  return sops ? { ...source, sops } : source;
}

/** One a line, or several parted by blanks; lines that begin with `#` are comments. */
async function readIdentities(env: Io['env']): Promise<readonly string[]> {
  const file = env[keyFileVariable];
  const texts = [
    { name: ageKeyVariable, text: env[ageKeyVariable] ?? '' },
    { name: keyFileVariable, text: file ? await readKeyFile(file) : '' },
  ];
  return texts.flatMap(({ name, text }) => {
    const lines = text.split(/\r?\n/).filter((line) => !line.startsWith('#'));
    const words = lines.flatMap((line) => line.split(/\s+/).filter(Boolean));
    if (words.every((word) => /^AGE-SECRET-KEY-(?:PQ-)?1[A-Z\d]+$/.test(word))) return words;
    throw new UsageError(
      `${name} holds something that is no private key of age (\`AGE-SECRET-KEY-1…\`), and only those open files of SOPS here. \`age-keygen\` makes one.`,
    );
  });
}

function readKeyFile(path: string): Promise<string> {
  return readNamedText({
    path,
    called: `The file that ${keyFileVariable} names`,
    most: secretBytes,
    isReread: true,
  });
}

/** What a check is silent about without the key of a file. */
export function tellLocked(file: string): string {
  return `Of ${file} only handles and names of teams were looked at: SOPS has encrypted it, and no key of age that opens it is in ${ageKeyVariable} or ${keyFileVariable}, so nobody can tell whether it is whole, and who is meant.`;
}

/** Says which files are encrypted and not opened, and what would open them. */
export function toLocked(files: readonly string[], env: Io['env']): string {
  const [first = '', ...more] = files;
  const which = more.length > 0 ? `${first} and ${more.length} more are` : `${first} is`;
  const isSet = env[ageKeyVariable] || env[keyFileVariable];
  const why = isSet
    ? `no key of age in ${ageKeyVariable} or ${keyFileVariable} opens it`
    : `neither ${ageKeyVariable} nor ${keyFileVariable} is set`;
  return `${which} encrypted by SOPS, and ${why}, so nobody can tell who is meant. Set ${ageKeyVariable} to a private key of age (\`AGE-SECRET-KEY-1…\`) that the file is encrypted for. A run for somebody else's fork never has it: there, \`rollcall validate\` looks at what can be seen.`;
}
