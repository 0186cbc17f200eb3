import type { Sandbox } from '../../../src/sandbox/start.ts';

/** Every effect that was asked for, one a line: "/group/participants 120363…@g.us 4477…", "/group/name 120363…@g.us". */
export function findSent(sandbox: Sandbox): string[] {
  return sandbox
    .requests()
    .filter(({ method }) => method === 'POST')
    .flatMap(({ path, body }) => {
      const { group_id: group, participants } = body as { group_id?: string; participants?: string[] };
      const subject = `${path} ${group ?? ''}`;
      return participants ? participants.map((phone) => `${subject} ${phone}`) : [subject];
    });
}

/** Those of them that were asked for more than once. */
export function findRepeated(sandbox: Sandbox): string[] {
  const sent = findSent(sandbox);
  return sent.filter((line, index) => sent.indexOf(line) !== index);
}

/** A world's groups in a form that two worlds can be compared by; ids of topics and pictures are made up and differ. */
export function toComparable(sandbox: Sandbox): unknown {
  return sandbox
    .world()
    .groups.map(({ id, subject, desc, announce, locked, ephemeral, members, picture }) => ({
      id,
      subject,
      desc: desc ?? '',
      announce: announce ?? false,
      locked: locked ?? false,
      ephemeral: ephemeral ?? 0,
      jpeg: picture?.jpeg,
      members: members.map(({ pn, role }) => `${pn} ${role ?? 'member'}`).toSorted(),
    }));
}

/** What the journal says was spent is never less than what was asked for. */
export function findCheaper(sandbox: Sandbox, journal: readonly Record<string, unknown>[]): string[] {
  const sent = findSent(sandbox).filter((line) => line.startsWith('/group/participants'));
  const adds = sent.filter((line) => line.startsWith('/group/participants '));
  const spent = (kind: string) =>
    journal.filter(({ type }) => type === 'intent').reduce((sum, entry) => sum + Number(entry[kind]), 0);
  const kinds = [
    ['adds', adds.length],
    ['lookups', sent.length],
  ] as const;
  return kinds.filter(([kind, count]) => spent(kind) < count).map(([kind]) => kind);
}
