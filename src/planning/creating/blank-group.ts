import type { LiveGroup } from '../../domain/group.ts';
import { assumedGroup } from '../../domain/group.ts';
import type { Person } from '../../domain/people/person.ts';
import type { KnownGroup } from '../../domain/plan/plan.ts';
import { blankSettings } from '../../domain/settings.ts';

/**
 * A file's group as `POST /group` makes it (docs/gowa.md#14-group-writes): its name, the account that owns it and nobody else,
 * everything open, no topic, no photo.
 */
export function toBlankGroup({ id, settings, photo }: KnownGroup, account: Person): LiveGroup {
  const owner = { ...account, role: 'admin', isOwner: true } as const;
  return {
    ...assumedGroup,
    id,
    settings: { ...blankSettings, name: settings.name ?? '' },
    ...(photo && { photo: { kind: 'none' } }),
    people: new Map([[account.key, owner]]),
  };
}
