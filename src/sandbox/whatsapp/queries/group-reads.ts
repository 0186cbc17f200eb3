import { formatJid } from '../jid.ts';
import { findOwnGroup } from '../rights.ts';
import { memberOf } from '../state.ts';
import { compareGroups, toGroupNode, toStubNode } from '../to-node.ts';
import type { Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { GroupNode, StubNode } from '../nodes.ts';

/** WhatsApp lists no more groups than this (docs/gowa.md#t8). */
const listLimit = 500;

/** Asks for one group. */
export function groupQuery(jid: Jid): Query<GroupNode> {
  return {
    xmlns: 'w:g2',
    type: 'get',
    tag: 'query',
    to: formatJid(jid),
    carryOut: (world, asker) => toGroupNode(world, findOwnGroup(world, asker, jid)),
  };
}

/** Asks for all groups of the account: at most 500, in the order of their ids. */
export function participatingQuery(): Query<readonly (GroupNode | StubNode)[]> {
  return {
    xmlns: 'w:g2',
    type: 'get',
    tag: 'participating',
    to: '@g.us',
    carryOut: (world, asker) =>
      [...world.groups.values()]
        .filter((group) => memberOf(group, asker.pn) !== undefined)
        .toSorted(compareGroups)
        .slice(0, listLimit)
        .map((group) => (group.stub ? toStubNode(group) : toGroupNode(world, group))),
  };
}
