import type { GroupsView } from '../../view/onboarding/groups-view.ts';

/** The version of the document, apart from that of plans. */
const groupsVersion = '1.0';

/** The document of `groups --json`. */
export function toGroupsDocument(view: GroupsView) {
  return { formatVersion: groupsVersion, kind: 'groups', ...view };
}
