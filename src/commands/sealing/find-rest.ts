import { toRole } from '../../config/layout.ts';
import type { Rewritten } from '../../config/rewrite/tidy-files.ts';
import type { Source } from '../../config/sources.ts';
import { readDocument } from '../../config/yaml/document.ts';
import type { YamlNode } from '../../config/yaml/node.ts';
import { parseYaml } from '../../config/yaml/parse-yaml.ts';
import { mask } from '../../safe/mask.ts';

/**
 * The places ("groups/altos.yaml:12") of what is no number to Rollcall, and one to whoever reads the files as they are written
 * now: in comments and texts. The accounts' own are not among them, since they stay.
 */
export function findRest(
  files: readonly Source[],
  rewritten: readonly Pick<Rewritten, 'source' | 'text'>[],
): readonly string[] {
  const texts = new Map(rewritten.map(({ source, text }) => [source.file, text]));
  return files.flatMap((source) => {
    const now = { ...source, text: texts.get(source.file) ?? source.text };
    const text = toRole(source.path) === 'policy' ? withoutAccounts(now) : now.text;
    return text
      .split('\n')
      .flatMap((line, index) => (mask(line, 'nothing') === line ? [] : [`${source.file}:${index + 1}`]));
  });
}

/** A policy without the numbers that act; as long as before. */
function withoutAccounts(source: Source): string {
  const { root } = parseYaml(source) ?? parseYaml(source, readDocument) ?? {};
  const accounts = root?.pairs.find(({ key }) => key === 'account' || key === 'accounts')?.value;
  return findScalars(accounts).reduce(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replaceAll(/\S/g, ' ') + text.slice(end),
    source.text,
  );
}

function findScalars(node: YamlNode | undefined): readonly YamlNode[] {
  if (node?.kind === 'map') return node.pairs.flatMap(({ value }) => findScalars(value));
  return node ? [node] : [];
}
