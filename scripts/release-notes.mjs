import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * `node scripts/release-notes.mjs v1.2.3`: what CHANGELOG.md says of that version, for the page of its release. Ends with
 * exit 1 where the tag, package.json and CHANGELOG.md are not of one mind, before anything is published.
 */

/**
 * The notes of the version that a tag names, in Markdown; `about`: the text of CHANGELOG.md, the version in package.json, and
 * the address under which the files of this very release are read, with which relative links begin. Throws where the tag is
 * another version's, or where the changelog has nothing of it, or has more to tell that is under no version yet.
 */
export function findNotes(tag, { changelog, version, address }) {
  if (tag !== `v${version}`)
    throw new Error(`The tag is ${tag}, and package.json says ${version}: it must be v${version}.`);
  const sections = findSections(changelog);
  if (sections.get('Unreleased'))
    throw new Error(
      `CHANGELOG.md has notes under "Unreleased": they go out with ${tag}, so they belong under its heading.`,
    );
  const notes = sections.get(version);
  if (!notes) throw new Error(`CHANGELOG.md has nothing under a heading "## ${version}".`);
  return `${toAbsolute(notes, address)}\n`;
}

/** Texts by the first word of their heading of the second level: `## 1.2.3`, or `## 1.2.3 (a day)`. */
function findSections(changelog) {
  const [, ...parts] = `\n${changelog}`.split(/\n## /);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return [heading.split(' ')[0], lines.join('\n').trim()];
    }),
  );
}

/** Relative links lead nowhere on the page of a release. */
function toAbsolute(text, address) {
  return text.replaceAll(/\]\((?![a-z]+:|#)([^)\s]+)\)/g, (_, path) => `](${address}/${path})`);
}

function readVersion() {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')).version;
}

if (process.argv[1] === import.meta.filename) {
  const [tag = ''] = process.argv.slice(2);
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository } = process.env;
  try {
    const changelog = readFileSync(join(import.meta.dirname, '..', 'CHANGELOG.md'), 'utf8');
    const about = { changelog, version: readVersion(), address: `${server}/${repository}/blob/${tag}` };
    process.stdout.write(findNotes(tag, about));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
