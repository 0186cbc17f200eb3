import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The packages whose code is in a bundle, by their folders in node_modules. */
export function findPackages({ inputs }) {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  );
  return [...new Set(folders)].toSorted();
}

/** What their licences ask to be passed on with them; of a package without a text of its own, the licence by name. */
export async function toNotices(root, folders, holder) {
  const line = `\n${'-'.repeat(79)}\n\n`;
  const notices = await Promise.all(folders.map((folder) => toNotice(root, folder)));
  return `${holder} contains code of these packages:\n${line}${notices.join(line)}`;
}

async function toNotice(root, folder) {
  const about = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const file = (await readdir(join(root, folder))).find((each) => /^licen[cs]e/i.test(each));
  const text = file
    ? await readFile(join(root, folder, file), 'utf8')
    : `Licensed under ${about.license}, as its package.json says. ${about.homepage ?? ''}`;
  return `${about.name} ${about.version} (${about.license})\n\n${text.trim()}\n`;
}
