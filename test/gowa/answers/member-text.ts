import type { WireGroup, WireParticipant } from '../../../src/gowa/answers/wire.ts';

/** A group in GOWA's own bytes: each member with the fields that Rollcall does not use too, in their order. */
export function toGroupText(
  group: WireGroup,
  change: (member: object) => object = (member) => member,
): string {
  const people = group.Participants as readonly WireParticipant[] | null;
  const Participants = people?.map((member) => change({ ...member, ...unused })) ?? null;
  return JSON.stringify({ ...group, Participants });
}

const unused = { DisplayName: '', Error: 0, AddRequest: null };

/** GOWA's frame around a list of such texts, or around one. */
export function toAnswerText(groups: readonly string[] | string): string {
  const results = typeof groups === 'string' ? groups : `{"data":[${groups.join(',')}]}`;
  return `{"code":"SUCCESS","message":"Success get list groups","results":${results}}`;
}
