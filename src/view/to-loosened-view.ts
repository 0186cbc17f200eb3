import type { GroupPlace, Loosened } from '../domain/loosened.ts';
import type { Safety } from '../safe/labels.ts';
import type { LoosenedView, OfGroups, PlaceView } from './loosened-view.ts';

/** What WhatsApp calls the group of a file; undefined where nobody could read it. */
export type ToLiveName = (file: string) => string | undefined;

/** A loosened rule as people see it. Numbers of accounts are masked even where others are shown. */
export function toLoosenedView(loosened: Loosened, safety: Safety, toLiveName?: ToLiveName): LoosenedView {
  const toGroup = (group: GroupPlace) => toPlaceView(group, safety, toLiveName);
  switch (loosened.kind) {
    case 'limit':
    case 'daily':
    case 'pause':
    case 'link':
    case 'seal':
      return loosened;
    case 'unprotected': {
      const { kind, who } = loosened;
      if (typeof who === 'string') return { kind, label: safety.hidden(who) };
      return { kind, label: 'key' in who ? safety.label(who) : safety.line(who.name ?? who.handle) };
    }
    case 'account':
      return toAccountView(loosened, safety);
    case 'memory': {
      const { kind, before, after } = loosened;
      return { kind, before: safety.line(before), ...(after !== undefined && { after: safety.line(after) }) };
    }
    case 'reach': {
      const { kind, part, before, after, isDefault } = loosened;
      return { kind, part, before, after, isDefault, ...toPlaces(loosened, safety, toLiveName) };
    }
    case 'new-members': {
      const { kind, isDefault } = loosened;
      return { kind, isDefault, ...toPlaces(loosened, safety, toLiveName) };
    }
    case 'handed-over': {
      const { kind, before, after, groups } = loosened;
      return { kind, before: safety.line(before), after: safety.line(after), groups: groups.map(toGroup) };
    }
    case 'allow': {
      const { reason, group } = loosened;
      return { ...loosened, reason: safety.line(reason), group: toGroup(group) };
    }
  }
}

function toAccountView(
  { kind, name, before, after }: Extract<Loosened, { readonly kind: 'account' }>,
  safety: Safety,
): LoosenedView {
  return {
    kind,
    name: safety.line(name),
    ...(before !== undefined && { before: safety.masked(before) }),
    ...(after !== undefined && { after: safety.masked(after) }),
  };
}

/** Where the files say so, for a key that the policy, defaults and groups can have. */
function toPlaces(
  { defaults, groups }: Extract<Loosened, { readonly isDefault: boolean }>,
  safety: Safety,
  toLiveName?: ToLiveName,
): OfGroups {
  const place = defaults !== undefined && { defaults: safety.line(defaults) };
  return { ...place, groups: groups.map((group) => toPlaceView(group, safety, toLiveName)) };
}

/**
 * A group by its file and its name, which is empty where none is known. WhatsApp's name, where it is known: that of the file
 * is what the pull request's author calls it.
 */
export function toPlaceView(
  { file, name = '' }: GroupPlace,
  safety: Safety,
  toLiveName: ToLiveName = () => undefined,
): PlaceView {
  return { file: safety.line(file), name: safety.line(toLiveName(file) || name) };
}
