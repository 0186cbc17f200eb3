import type { Edit } from '../edit/edits.ts';
import { toRole } from '../layout.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';
import { findPersonLists } from './person-lists.ts';
import type { ReadYaml } from './read-yaml-files.ts';
import { respellPhone } from './respell-phone.ts';
import { tidyList } from './tidy-list.ts';
import type { FindHandle } from './tidy-list.ts';

/** Edits that tidy a file: its lists, and the numbers of its people or accounts. Nothing that they do has a meaning. */
export function tidyFile({ source, root, desk }: ReadYaml, findHandle: FindHandle): readonly Edit[] {
  const { text, path } = source;
  const gone = new Set<YamlNode>();
  const lists = findPersonLists(root).flatMap(({ list, within }) => {
    if (within && gone.has(within.map)) return [];
    const tidied = tidyList(text, list, findHandle, desk);
    for (const item of tidied.gone) gone.add(item);
    return tidied.edits;
  });
  const values = root.pairs.flatMap(({ key, value }): readonly YamlNode[] => {
    if (key === 'account' && toRole(path) === 'policy' && value) return [value];
    return (key === 'people' || key === 'accounts') && value?.kind === 'map'
      ? value.pairs.flatMap((pair) => pair.value ?? [])
      : [];
  });
  return [...lists, ...values.flatMap(findNumber).flatMap((node) => respellPhone(text, node, desk))];
}

/** The number of a person: the value itself, or what stands behind `phone:`. */
function findNumber(node: YamlNode): readonly YamlScalar[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return [];
  const phone = node.pairs.find(({ key }) => key === 'phone')?.value;
  return phone?.kind === 'scalar' ? [phone] : [];
}
