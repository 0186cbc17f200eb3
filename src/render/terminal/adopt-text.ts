import { escapeInline } from '../../safe/inline.ts';
import type { AdoptView, NotAdoptedView } from '../../view/onboarding/to-adopt-view.ts';
import { tell } from '../../words/reason-words.ts';
import type { Words } from '../../words/words.ts';
import { toPlainName } from '../plain-name.ts';
import type { DiffOptions, FileChange } from './file-diff.ts';
import { renderFileDiffs } from './file-diff.ts';
import type { Style } from './style.ts';
import { makeStyle } from './style.ts';

/** What is about to be written, as differences of files; and what stays as it is, with the reason. Ends in a newline. */
export function renderAdoption(
  view: AdoptView,
  changes: readonly FileChange[],
  words: Words,
  options: DiffOptions,
): string {
  const style = makeStyle(options);
  const { adopt } = words;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', style.paint('strong', heading), ...lines];
  const { photos, left, unread, faults } = view;
  const files = new Set([...changes, ...photos].map(({ file }) => file));
  const lines = [
    files.size === 0 ? adopt.nothing : adopt.summary(files.size),
    ...(changes.length === 0 ? [] : ['', renderFileDiffs(changes, options).trimEnd()]),
    ...photos.map(({ file, path }) => toItem(file, style, '', adopt.photo(escapeInline(path)))),
    ...section(
      adopt.left,
      left.map((each) => toItem(each.file, style, toWhat(each, words), adopt.reasons[each.reason])),
    ),
    ...section(
      adopt.unread,
      unread.map(({ file, reason, text }) =>
        toItem(file, style, '', tell(words.reasons.unreadable[reason].terminal, escapeInline(text))),
      ),
    ),
    ...section(
      adopt.notProved,
      faults.map(({ file, fault }) => toItem(file, style, '', adopt.faults[fault])),
    ),
  ];
  return `${lines.map((line) => style.adapt(line)).join('\n')}\n`;
}

function toItem(file: string, style: Style, what: string, why: string): string {
  return `  ${style.sign('item')} ${file}${what === '' ? '' : `, ${what}`}: ${why}`;
}

function toWhat({ label, setting }: NotAdoptedView, { settings }: Words): string {
  if (label !== undefined) return toPlainName(label);
  return setting === undefined ? '' : settings[setting].noun;
}
