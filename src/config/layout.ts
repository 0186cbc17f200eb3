import { defaultsFile, isDefaultsFile } from '../domain/organisation.ts';
import { toHint } from './hints.ts';

/** What a file below the groups folder is to Rollcall. */
export type FileRole = 'policy' | 'people' | 'sheet' | 'defaults' | 'group' | 'none';

/** The files at the top of the folder that are no groups, as they are mostly written. */
const specialFiles = ['_policy.yaml', '_people.yaml'] as const;

/** What a policy is called where there is none. */
export const [policyFile] = specialFiles;

/** The folder beside `_people.yaml` that holds more of the same, and spreadsheets. */
export const peopleFolder = '_people';

/**
 * The role of a file by its path below the groups folder, with slashes or backslashes. Names that begin with `_` are no
 * groups, nor is anything in a folder with such a name; names that begin with a dot are nobody's business.
 */
export function toRole(path: string): FileRole {
  const parts = path.split(/[/\\]/);
  const special = parts.length === 1 ? /^_(policy|people)\.[Yy][Aa]?[Mm][Ll]$/.exec(path)?.[1] : undefined;
  if (special !== undefined) return special as FileRole;
  if (parts[0] === peopleFolder) return parts.length === 2 ? toPeopleRole(parts[1] ?? '') : 'none';
  const folders = parts.slice(0, -1);
  if (isDefaultsFile(parts.at(-1) ?? '')) return folders.some(isPassedOver) ? 'none' : 'defaults';
  return isYaml(path) && !parts.some(isPassedOver) ? 'group' : 'none';
}

/** True for a name that begins with `_` or a dot. */
function isPassedOver(name: string): boolean {
  return /^[._]/.test(name);
}

function toPeopleRole(name: string): FileRole {
  if (/^[._~]/.test(name)) return 'none';
  return isYaml(name) ? 'people' : isSheet(name) ? 'sheet' : 'none';
}

/** True for names of spreadsheets that are read. */
export function isSheet(name: string): boolean {
  return /\.csv$/i.test(name);
}

/** True for a file that says who is who, and for the folder of such files. */
export function isAboutPeople(path: string): boolean {
  const role = toRole(path);
  return role === 'people' || role === 'sheet' || path === peopleFolder;
}

/** True for a file or folder that is set aside: it, or a folder that it lies in, has a name that begins with `_`. */
export function isSetAside(path: string): boolean {
  return path.split(/[/\\]/).some((part) => part.startsWith('_'));
}

/** True for a name that is never looked at: `.git`, `.sandbox.yaml` and the like. */
export function isHidden(name: string): boolean {
  return name.startsWith('.');
}

/** True for names of files that hold YAML, however their ending is written. */
export function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/**
 * Why a file that nobody reads looks as if somebody did, and what it should be called; undefined for pictures, notes and
 * whatever else lies in the folder. A list of people that is not read would look like people who left.
 */
export function findStray(path: string): string | undefined {
  const name = path.split('/').at(-1) ?? path;
  if (isInPeople(path)) return findStrayPeople(name);
  if (name.startsWith('_') && !isPicture(name)) return toStrayText(path, name);
  if (/\.ya?ml\.txt$|\.(?:yam|ymal|yamel|yamll|yalm|ylm)$/i.test(name)) {
    return 'Its ending is not `.yaml`, so it is not read, and the group in it would be left as it is. Call it `….yaml`, or move it out of the folder.';
  }
  return undefined;
}

/** The same for folders: `_archive/` holds what is set aside, but `_peopel/` looks as if it was read. */
export function findStrayFolder(path: string): string | undefined {
  if (path === peopleFolder) return undefined;
  if (isInPeople(path)) {
    return `Folders within \`${peopleFolder}/\` are not read, so nobody in this one is known. Move its files up.`;
  }
  const name = path.split('/').at(-1) ?? path;
  const hint = isSetAside(name) ? toHint(name, ['_people', '_policy', '_defaults'], toSpecial) : '';
  const place = name === peopleFolder ? ' It counts at the top of the groups folder alone.' : '';
  return hint === ''
    ? undefined
    : `Nothing in this folder is read, because its name begins with \`_\`.${hint}${place} Rename it, so that nobody takes it for that.`;
}

function isInPeople(path: string): boolean {
  return path.startsWith(`${peopleFolder}/`);
}

/** What looks like people and is not read: other spreadsheets, and what is named as if it was set aside. */
function findStrayPeople(name: string): string | undefined {
  const known = `\`${peopleFolder}/\` are read that end in \`.yaml\` or \`.csv\``;
  // What a program leaves beside a file that it has open.
  if (name.startsWith('~')) return undefined;
  if (/\.(?:xls[xmb]?|ods|numbers|tsv|tab|txt|docx?|rtf|html?|vcf|json)$|\.(?:csv|ya?ml)\./i.test(name)) {
    return `Files in ${known}, so nobody in this one is known. Save it as CSV (in UTF-8), or move it out of the folder.`;
  }
  if (name.startsWith('_') && !isPicture(name)) {
    return `Files in ${known} and do not begin with \`_\`, so nobody in this one is known. Rename it, or move it out of the folder.`;
  }
  return undefined;
}

/** What is called so at the top of the folder. */
function toSpecial(word: string): string {
  return word === peopleFolder ? `${word}.yaml\` or \`${word}/` : `${word}.yaml`;
}

function toStrayText(path: string, name: string): string {
  const isTop = path === name;
  const show = isYaml(name) ? (word: string) => `${word}.yaml` : toSpecial;
  const words = ['_policy', peopleFolder, '_defaults'];
  const nearest = toHint(name.replace(/\.[^.]*$/, '').toLowerCase(), words, show);
  const place =
    !isTop && nearest !== '' && !nearest.includes(defaultsFile)
      ? ' It counts at the top of the groups folder alone.'
      : '';
  return `Names that begin with \`_\` are no groups, and this one is none of ${[...specialFiles, defaultsFile].map((file) => `\`${file}\``).join(', ')}, so nobody reads it.${nearest}${place} Rename it, or move it out of the folder, or into a folder like \`_archive\`.`;
}

/** Cameras begin the names of pictures with `_`. */
function isPicture(name: string): boolean {
  return /\.(?:jpe?g|png|webp|gif|heic|avif|svg)$/i.test(name);
}
