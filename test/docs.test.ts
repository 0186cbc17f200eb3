import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The anchor that GitHub gives a heading: lower case, spaces as hyphens, other signs gone. */
function toAnchor(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

/** What a page can be linked at; headings within code are none. */
function findAnchors(page: string): Set<string> {
  const text = read(page).replaceAll(/^```.*?^```/gms, '');
  return new Set([...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => toAnchor(heading)));
}

interface Link {
  readonly from: string;
  readonly page: string;
  readonly anchor: string;
}

/** Links of pages, relative to where they stand. */
function findPageLinks(page: string): Link[] {
  const text = read(page).replaceAll(/^```.*?^```/gms, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { from: page, page: path === '' ? page : join(dirname(page), path), anchor };
    });
}

/** What code cites, from the root of the repository: `docs/gowa.md#t4`, or several of one page, `docs/gowa.md#t3, #t12`. */
function findCitations(file: string): Link[] {
  const text = read(file).replaceAll(/\n\s*(?:\*|\/\/) (?=#[a-z0-9])/g, ' ');
  const cited = [...text.matchAll(/\bdocs\/([a-z-]+\.md)((?:(?:, )?#[a-z0-9-]+)*)/g)];
  return cited.flatMap(([, page = '', anchors = '']) =>
    anchors.split(', ').map((anchor) => ({ from: file, page: `docs/${page}`, anchor: anchor.slice(1) })),
  );
}

/** How pages were cited that are not in the repository. */
const gone = [
  /\bcontract,? (?:section )?(?:[TSE]-?\d|E-|\d|"|measured)/i,
  /\bdesign(?: sections?)? \d|\bdesign\.md\b/i,
];

function isBroken({ page, anchor }: Link): boolean {
  if (!existsSync(join(root, page))) return true;
  return anchor !== '' && !findAnchors(page).has(anchor);
}

const pages = files.filter((file) => file.endsWith('.md') && !file.startsWith('test/'));
const code = files.filter(
  (file) => /\.(ts|mjs|yml)$/.test(file) && file !== relative(root, import.meta.filename),
);

test('every link between pages leads somewhere', () => {
  const links = pages.flatMap(findPageLinks);
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter(isBroken)).toEqual([]);
});

test('every page that code cites is there, at that heading', () => {
  expect(code.flatMap(findCitations).filter(isBroken)).toEqual([]);
});

test('the map of docs/architecture.md has every folder of src, and no other', () => {
  const [map = ''] = /^src\/\n(?: .*\n)+/m.exec(read('docs/architecture.md')) ?? [];
  const mapped = [...map.matchAll(/^ {2}([a-z]+)\/ /gm)].map(([, folder = '']) => folder);
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((each) =>
    each.isDirectory(),
  );
  expect(mapped.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});

function citesGone(line: string): boolean {
  return gone.some((words) => words.test(line));
}

test('no code speaks of pages that are not here', () => {
  const spoken = code
    .filter((file) => /^(?:src|test|scripts|\.github)\//.test(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .filter(citesGone)
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(spoken).toEqual([]);
});

test('the README is no longer than a page', () => {
  expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(10_240);
});
