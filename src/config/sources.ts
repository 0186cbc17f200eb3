import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { toStart } from '../domain/diagnostic.ts';
import {
  findStray,
  findStrayFolder,
  isAboutPeople,
  isHidden,
  isSetAside,
  peopleFolder,
  toRole,
} from './layout.ts';
import type { FileRole } from './layout.ts';
import { toMistake } from './mistake.ts';
import type { OpenedNumbers } from './sealed/opened-numbers.ts';

/** One file's text, not yet looked at. */
export interface Source {
  /** Below the groups folder, with slashes, in NFC: "choir/altos.yaml". */
  readonly path: string;
  /** As the user would type it: "groups/choir/altos.yaml". */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** It lies outside of the repository (`--people`): `path` and `file` are what messages call it, and say nothing of where. */
  readonly isOutside?: true;
  /** What opens the values of a file that SOPS has encrypted; absent: it is none, or nobody here has its key. */
  readonly sops?: Uint8Array;
}

/** All that was found below the groups folder. */
export interface Sources {
  /** The folder, as the user typed it. */
  readonly root: string;
  /** Sorted by path. */
  readonly files: readonly Source[];
  /** Files of people that lie elsewhere, in the order in which they were named: read beside the others, never written. Absent: none. */
  readonly outside?: readonly Source[];
  /** What could not be read, and why. */
  readonly diagnostics: readonly Diagnostic[];
  /** The numbers of sealed lines in these texts, where somebody has opened them. */
  readonly opened?: OpenedNumbers;
}

/** How large a file may be, in MiB: a group of 1,024 with a comment for each person has a tenth of one. */
const usualSize = 1;

/** All files of people together, in MiB: they name everybody of a whole organisation, and 100,000 people are 7. */
const peopleSize = 8;
const mebibyte = 1024 * 1024;
/** The same in bytes. */
export const peopleBytes = peopleSize * mebibyte;

/** A folder in a folder in a folder … ends here. */
const depthLimit = 16;

/**
 * Reads every `.yaml` and `.yml` below the folder, and the spreadsheets of `_people/`. Never throws for what it finds
 * there: what cannot be read is a diagnostic. Symbolic links are never followed, so that a pull request cannot make it
 * read outside the folder. One file after the other, without a pause: each is small, and to be told that it is there takes
 * longer than to read it.
 */
export function loadSources(root: string): Sources {
  if (!isFolder(root)) {
    const detail = `There is no folder \`${root}\`. Run Rollcall where your groups folder lies, or name the folder.`;
    return { root, files: [], diagnostics: [toMistake('no-folder', detail)] };
  }
  const files: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  let room = peopleBytes;
  for (const place of findFiles(root, '', diagnostics)) {
    const isPeople = isAboutPeople(place);
    const text = readText(join(root, place), isPeople ? room : usualSize * mebibyte);
    if (typeof text === 'string') {
      files.push({ path: place.normalize('NFC'), file: join(root, place), text });
      if (isPeople) room -= Buffer.byteLength(text);
    } else {
      const detail = 'detail' in text ? text.detail : toTooLarge(isPeople);
      diagnostics.push(toMistake(text.code, detail, toStart(join(root, place))));
    }
  }
  return { root, files: withoutTwins(files, diagnostics), diagnostics };
}

/**
 * Both endings are read, `.yaml` and `.yml`, but not both for one file: nobody could tell which of them counts. Nor two
 * names that look the same, an accent of theirs being stored in another way.
 */
function withoutTwins(files: readonly Source[], diagnostics: Diagnostic[]): readonly Source[] {
  const first = new Map<string, Source>();
  return files.filter((source) => {
    const key = toKey(source.path, toRole(source.path));
    const other = first.get(key);
    first.set(key, other ?? source);
    if (!other) return true;
    const detail = `\`${other.path}\` lies beside it, and only one of the two can count. Put what they say into one file, and remove the other.`;
    diagnostics.push(toMistake('two-files', detail, toStart(source.file)));
    return false;
  });
}

/** Equal for files of which only one can count: the same name with either ending. */
function toKey(path: string, role: FileRole): string {
  return role === 'group' || role === 'sheet' ? path : path.replace(/\.ya?ml$/i, '');
}

/** Paths of the files below a folder, sorted; what is in the way becomes a diagnostic. */
function findFiles(root: string, folder: string, diagnostics: Diagnostic[]): string[] {
  const report = (path: string, detail: string) =>
    diagnostics.push(toMistake('unreadable-file', detail, toStart(join(root, path))));
  const entries = readEntries(join(root, folder));
  if (!entries) {
    report(folder, 'This folder cannot be opened, so the groups in it are unknown. Check its permissions.');
    return [];
  }
  const found: string[][] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (isHidden(entry.name)) continue;
    const isRead = toRole(path) !== 'none';
    const isPeople = path === peopleFolder && !entry.isFile();
    const stray =
      entry.isDirectory() || isPeople ? findStrayFolder(path) : isRead ? undefined : findStray(path);
    if (stray !== undefined) diagnostics.push(toMistake('stray-file', stray, toStart(join(root, path))));
    if (!isRead && !isPeople && (stray !== undefined || isSetAside(path))) continue;
    if (entry.isDirectory() && path.split('/').length > depthLimit) {
      report(path, `Folders are read ${depthLimit} deep and no deeper. Move the groups up.`);
    } else if (entry.isDirectory()) {
      found.push(findFiles(root, path, diagnostics));
    } else if (entry.isSymbolicLink()) {
      if (isRead || isFolder(join(root, path))) report(path, linkText);
    } else if (isRead) {
      if (entry.isFile()) found.push([path]);
      else report(path, noFileText);
    }
  }
  return found.flat().toSorted();
}

const noFileText = 'This is a device, a pipe or a socket. Only regular files are read.';

const linkText =
  'This is a symbolic link, and links are not followed: they could lead out of the folder that was reviewed. Put the file itself here.';

/** Undefined for a folder that cannot be opened. */
function readEntries(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** True for a folder, and for a link that leads to one. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function toTooLarge(isPeople: boolean): string {
  const limit = isPeople
    ? `All files of people together may have ${peopleSize} MiB, and with this one they have more, so it is not read: no list of people needs as much.`
    : `This file is larger than ${usualSize} MiB, so it is not read: no group needs as much.`;
  return `${limit} Check whether another file took its place.`;
}

interface Unread {
  readonly code: 'unreadable-file' | 'not-utf8';
  readonly detail: string;
}

type Unreadable = Unread | { readonly code: 'too-large' };

/** The text of one file of at most so many bytes, without its byte order mark; or why there is none. Links are not followed. */
export function readText(path: string, sizeLimit: number): string | Unreadable {
  let bytes: Uint8Array | 'too large' | 'no file';
  try {
    bytes = readBytes(path, sizeLimit);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { code: 'unreadable-file', detail: `This file cannot be read (${code}). Check its permissions.` };
  }
  if (bytes === 'no file') return { code: 'unreadable-file', detail: noFileText };
  return bytes === 'too large' ? { code: 'too-large' } : decodeText(bytes);
}

/** The text in these bytes, without its byte order mark; or that it is none. */
export function decodeText(bytes: Uint8Array): string | Unread {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const detail =
      'This file is not UTF-8, so names in it cannot be told for sure. Save it as UTF-8 in your editor; of a spreadsheet, choose “CSV UTF-8” when you save it.';
    return { code: 'not-utf8', detail };
  }
}

/** Looks at the size of the opened file, not of its name: another file may have taken its place since. */
function readBytes(path: string, sizeLimit: number): Uint8Array | 'too large' | 'no file' {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return 'no file';
    return found.size > sizeLimit ? 'too large' : readFileSync(file);
  } finally {
    closeSync(file);
  }
}
