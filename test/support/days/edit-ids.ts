import type { Draw } from '../draw.ts';
import type { RawFiles, RawGroup } from '../raw-files.ts';

/** Files whose ids were touched, and the groups (without `@g.us`) on which another one's list would be put. */
export interface Edited {
  readonly files: RawFiles;
  readonly edited: ReadonlySet<string>;
}

/** Two files exchange their ids; one gets a new id, with or without a stub that keeps the old; or a file just moves. */
export function editIds(draw: Draw, files: RawFiles): Edited {
  const own = Object.entries(files.groups).filter(
    ([, { id, account, members }]) => id && account !== 'second' && (members?.length ?? 0) > 0,
  );
  const [one, other] = draw.shuffle(own);
  if (!one) return { files, edited: new Set() };
  const way = draw.from(['exchange', 'exchange', 'stub', 'stub', 'move'] as const);
  if (way === 'move') return { files: move(files, one[0]), edited: new Set() };
  if (!other) return { files, edited: new Set() };
  return way === 'exchange' ? exchange(files, one, other) : replace(files, one, other);
}

type Named = readonly [name: string, group: RawGroup];

function exchange(files: RawFiles, [a, first]: Named, [b, second]: Named): Edited {
  const groups = { ...files.groups, [a]: withId(first, second.id), [b]: withId(second, first.id) };
  return { files: { ...files, groups }, edited: toBare([first.id, second.id]) };
}

/** The first one's list is put upon the second's group; a file without lists has the first one's id instead. */
function replace(files: RawFiles, [a, first]: Named, [b, second]: Named): Edited {
  const { [b]: _, ...others } = files.groups;
  const stub: RawGroup = {
    ...(first.id && { id: first.id }),
    ...(first.account && { account: first.account }),
    name: 'Stub',
  };
  const groups = { ...others, [a]: withId(first, second.id), 'stub.yaml': stub };
  return { files: { ...files, groups }, edited: toBare([second.id]) };
}

function withId(group: RawGroup, id: string | undefined): RawGroup {
  return { ...group, ...(id && { id }) };
}

function toBare(ids: readonly (string | undefined)[]): ReadonlySet<string> {
  return new Set(ids.flatMap((id) => (id ? [id.replace('@g.us', '')] : [])));
}

function move(files: RawFiles, name: string): RawFiles {
  const { [name]: group, ...others } = files.groups;
  return group ? { ...files, groups: { ...others, [`moved-${name}`]: group } } : files;
}
