import type { YamlMap } from '../yaml/node.ts';
import type { NewPair, ValueLines } from './edit-map.ts';
import { addPairs, setPair } from './edit-map.ts';
import { applyEdits, isFlow } from './edits.ts';

/** The text of a file of people and its root. */
export interface PeopleFile {
  readonly text: string;
  readonly root: YamlMap;
}

/** A file of people with more of them behind its own; everything that is in it stays as it is. Absent: a new one. */
export function addPeople(file: PeopleFile | undefined, people: readonly NewPair[]): string {
  const lines = people.map(({ key, value, comment = '' }) => `  ${key}: ${value}${comment}`);
  if (!file) return ['people:', ...lines, ''].join('\n');
  const { text, root } = file;
  const own = root.pairs.find(({ key }) => key === 'people')?.value;
  if (own?.kind === 'map') return applyEdits(text, addPairs(text, own, people));
  const value: ValueLines = isFlow(text, root)
    ? [`{ ${people.map(({ key, value: each }) => `${key}: ${each}`).join(', ')} }`]
    : ['', ...lines];
  return applyEdits(text, setPair(text, root, { key: 'people', value }, ['people', 'teams']));
}
