import { formatJid, groupServer } from '../jid.ts';
import { drawText } from '../../random.ts';
import { QueryRefusal } from '../refusal.ts';
import { isAdmin, memberOf } from '../state.ts';
import type { Asker, Query } from '../connection.ts';
import type { Jid } from '../jid.ts';
import type { PictureNode } from '../nodes.ts';
import type { GroupState, WorldState } from '../state.ts';

/** A picture that is on its way to WhatsApp; sides in pixels, `reencoded` is what WhatsApp makes of it. */
export interface PictureUpload {
  readonly width: number;
  readonly height: number;
  readonly reencoded: Buffer;
}

/** WhatsApp takes JPEGs of 96 to 720 pixels (recordings README; docs/gowa.md#15-group-photo). */
const smallestSide = 96;
const largest = 720;

/** Asks for a picture: 404 none, 401 hidden from the asker; a community's is hidden from this query. */
export function pictureQuery(jid: Jid, type: PictureNode['type']): Query<PictureNode> {
  return {
    xmlns: 'w:profile:picture',
    type: 'get',
    tag: 'picture',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = jid.server === groupServer ? world.groups.get(jid.user) : undefined;
      if (group === undefined) throw new QueryRefusal(404);
      if (group.parent || memberOf(group, asker.pn) === undefined) throw new QueryRefusal(401);
      return toPictureNode(group, type);
    },
  };
}

/** Asks for a community's picture; anything but a community is refused. */
export function communityPictureQuery(jid: Jid, type: PictureNode['type']): Query<PictureNode> {
  return {
    xmlns: 'w:g2',
    type: 'get',
    tag: 'pictures',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = world.groups.get(jid.user);
      if (group === undefined || !group.parent) throw new QueryRefusal(404);
      if (memberOf(group, asker.pn) === undefined) throw new QueryRefusal(401);
      return toPictureNode(group, type);
    },
  };
}

/** Sets a group's picture and returns its new id, or removes it (`undefined`), which has the tag ''. */
export function setPictureQuery(jid: Jid, upload: PictureUpload | undefined): Query<string> {
  return {
    xmlns: 'w:profile:picture',
    type: 'set',
    tag: upload === undefined ? '' : 'picture',
    to: formatJid(jid),
    carryOut: (world, asker) => {
      const group = findPicturable(world, asker, jid);
      if (upload !== undefined) return replacePicture(world, group, upload);
      if (group.picture === undefined && world.behaviour.remove_absent_photo === 'not-found') {
        throw new QueryRefusal(404);
      }
      group.picture = undefined;
      return '';
    },
  };
}

/** Pictures have their own refusals: 401 where the other queries say 403 (recordings: photos). */
function findPicturable(world: WorldState, asker: Asker, jid: Jid): GroupState {
  const group = jid.server === groupServer ? world.groups.get(jid.user) : undefined;
  if (group === undefined) throw new QueryRefusal(404);
  if (memberOf(group, asker.pn) === undefined) throw new QueryRefusal(401);
  if (group.locked && !isAdmin(group, asker.pn)) throw new QueryRefusal(401);
  return group;
}

function replacePicture(world: WorldState, group: GroupState, upload: PictureUpload): string {
  const sides = [upload.width, upload.height];
  if (sides.some((side) => side < smallestSide || side > largest)) throw new QueryRefusal(406);
  const isSame = group.picture?.jpeg.equals(upload.reencoded) === true;
  const id =
    isSame && world.behaviour.same_photo === 'same-id' && group.picture !== undefined
      ? group.picture.id
      : `17${drawText(world.random, '0123456789', 8)}`;
  group.picture = { id, jpeg: upload.reencoded };
  return id;
}

function toPictureNode(group: GroupState, type: PictureNode['type']): PictureNode {
  if (group.picture === undefined) throw new QueryRefusal(404);
  return { id: group.picture.id, path: `/pictures/${group.id}/${group.picture.id}.jpg`, type };
}
