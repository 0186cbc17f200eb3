import defaults from './texts/defaults.json' with { type: 'json' };
import group from './texts/group.json' with { type: 'json' };
import people from './texts/people.json' with { type: 'json' };
import policy from './texts/policy.json' with { type: 'json' };
import { policyFile } from '../config/layout.ts';
import type { ActionPlace } from './action-place.ts';
import { toForgeFiles } from './forge-files.ts';
import { stateFolder } from './policy-text.ts';
import type { Forge, StarterFile } from './starter-file.ts';

/** By the names that the modelines of the files have; copies of the example's (`npm run schemas`). */
const schemas: Readonly<Record<string, { readonly title: string }>> = {
  'policy.json': policy,
  'people.json': people,
  'group.json': group,
  'defaults.json': defaults,
};

/** What a new repository is to have. */
export interface Wanted {
  /** The folder of the groups' files, below the repository's. */
  readonly groups: string;
  /** The whole text of `_policy.yaml`; absent: there is one. */
  readonly policy: string | undefined;
  /** Where its workflows are to run, and where they find what they run; absent: there are to be none. */
  readonly forge: { readonly name: Forge; readonly place: ActionPlace } | undefined;
}

/**
 * What people put beside their groups for a while, and `git add` would take in with all its numbers and names: lists of the office,
 * address books and chats of phones, plans and reports. At the top alone: a spreadsheet in `_people/` belongs to the groups.
 */
export const keptOut: readonly string[] = [
  '/*.csv',
  '/*.tsv',
  '/*.xls*',
  '/*.ods',
  '/*.numbers',
  '/*.vcf',
  '/WhatsApp*',
  '/plan*.json',
  '/plan*.html',
  '/report*.json',
  '/report*.html',
];

/** All files of a new repository, in the order in which they are told. */
export function toStarterFiles({ groups, policy: text, forge }: Wanted): readonly StarterFile[] {
  return [
    ...(text === undefined ? [] : [{ path: `${groups}/${policyFile}`, text }]),
    ...Object.entries(schemas).map(([name, schema]) => ({
      path: `${groups}/.schemas/${name}`,
      text: `${JSON.stringify(schema, null, 2)}\n`,
      isUnedited: (found: string) => findTitle(found) === schema.title,
    })),
    { path: '.gitignore', text: toIgnored(groups) },
    ...(forge === undefined ? [] : toForgeFiles(forge.name, forge.place)),
  ];
}

/** The folder of the groups is kept in, whatever it is called: "WhatsApp", say. Below a folder that is left out git looks at nothing. */
function toIgnored(groups: string): string {
  const top = groups.replace(/\/.*/, '').replace(/[\\*?[\] ]/g, '\\$&');
  return `${[`${stateFolder}/`, ...keptOut, `!/${top}/`].join('\n')}\n`;
}

/** Nobody writes a schema by hand: one of this title is of another version of Rollcall. */
function findTitle(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { readonly title?: string } | null)?.title;
  } catch {
    return undefined;
  }
}

/** True for the text of a `.gitignore` that keeps the memory, and the key in it, out of the repository. */
export function ignoresState(text: string): boolean {
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, ''));
  return lines.includes(stateFolder);
}
