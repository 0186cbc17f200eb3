import { allowanceReach } from '../../domain/defaults.ts';
import type { LimitKind } from '../../domain/group.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { say as bare } from '../../safe/inline.ts';
import type { ReasonWords } from '../reason-words.ts';
import { counted } from '../terminal-forms.ts';
import { limits, many, people, say } from './english-forms.ts';

const hours = toHours(keptFor.spent);

const limitNouns: Readonly<Record<LimitKind, readonly [one: Inline, more: Inline]>> = {
  removals: [say`removal`, say`removals`],
  demotions: [say`demotion`, say`demotions`],
  promotions: [say`promotion`, say`promotions`],
  adds: [say`add`, say`adds`],
};

const reportRefusals: ReasonWords['refusals']['report'] = {
  sentence: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`The file ${file} now points to another group, with a list that was another group’s before.`;
    if (limit === 'creates') {
      const counting = earlier > 0 ? say`, counting the ${earlier} of the last ${hours} hours` : say``;
      return say`${many(count, say`group`, say`groups`)} would be made within ${hours} hours${counting}; the limit is ${allowed}.`;
    }
    if (limit === 'admins')
      return say`${count === 0 ? say`No admin` : say`Only ${many(count, say`admin`, say`admins`)}`} would be left, and at least ${allowed} must stay.`;
    if (limit === 'emptied')
      return say`${people(count)} would be removed, because the list names nobody any more, or nobody who is in the group.`;
    const what = many(count, ...limits[limit]);
    if (scope === 'group') return say`In this group there would be ${what}; the limit is ${allowed}.`;
    const before = earlier > 0 ? say`, counting the ${earlier} of the last ${hours} hours` : say``;
    if (limit === 'removals' || limit === 'adds') {
      const happens = limit === 'removals' ? say`be removed` : say`be added`;
      return say`In all groups together ${people(count)} would ${happens} within ${hours} hours${before}; the limit is ${allowed}.`;
    }
    return say`In all groups together there would be ${what} within ${hours} hours${before}; the limit is ${allowed}.`;
  },
  advice: {
    group: say`Nothing is done in this group. Change less at once; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    run: ({ count }, room, rule) =>
      say`Merging does none of these. Merge ${room > 0 ? say`at most ${room} now and the rest` : say`them`} ${hours} hours later; or, if this is what you want, have a pull request of its own raise the limit (${rule} in the file _policy.yaml) to ${count} first; or a group’s file can allow it once, with a reason and a last day.`,
    creates: ({ count }, room) =>
      say`None of them is made. Merge ${room > 0 ? say`at most ${room} now and the rest` : say`them`} ${hours} hours later; or, if this is what you want, have a pull request of its own raise the limit (limits.creates.run in the file _policy.yaml) to ${count} first.`,
    admins: say`Nothing is done in this group. Name another admin, or keep one.`,
    emptied: say`Nothing is done in this group. List whoever is to stay; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    invited: say`Merging does not approve that they belong here, and they are not let in by it; everything else goes on. Let fewer come at once; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    coming: say`Merging does not approve what the dates of that day bring; everything else goes on. Let fewer end on one day; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    'id-edited': say`Nothing is done, because the people of one group would be put into another. Another group gets a file of its own; where the old group is over, its file is deleted in a pull request before.`,
  },
};

/** What a run's limit counts: people who leave or join, in however many groups, and roles one by one. */
function toRunCount(limit: LimitKind, count: number): Inline {
  const who = counted(count, say`person`, say`people`);
  if (limit === 'removals') return say`${who} would leave`;
  return limit === 'adds' ? say`${who} would join` : counted(count, ...limitNouns[limit]);
}

const groupAdvice = say`Nothing is done in this group, and there is no --force. Lower the number; or, if it is meant, write into the file, in the same pull request, with a last day within ${allowanceReach} days, in place of any allow: that is there:`;

const terminalRefusals: ReasonWords['refusals']['terminal'] = {
  sentence: (refusal, file) => {
    const { limit, scope, count, allowed } = refusal;
    if (limit === 'id-edited')
      return say`${file || say`The file`} names another group now, with a list that was another group's before.`;
    if (limit === 'creates') {
      const { earlier = 0 } = refusal;
      const counting = earlier > 0 ? bare`, the ${earlier} of the last ${hours} hours among them,` : say``;
      return bare`${counted(count, say`group`, say`groups`)} to make${counting} and the limit is ${allowed} (limits.creates.run).`;
    }
    if (limit === 'admins') {
      const left = count === 0 ? say`no admin` : counted(count, say`admin`, say`admins`);
      return bare`${left} would be left, and at least ${allowed} must be (limits.admins.min).`;
    }
    if (limit === 'emptied')
      return bare`${counted(count, say`member`, say`members`)} would leave, since the list names nobody any more, or nobody who is here.`;
    const rule = limit as Inline;
    if (scope === 'group')
      return bare`${counted(count, ...limitNouns[limit])} in this group, and the limit is ${allowed} (limits.${rule}.group).`;
    const { earlier = 0 } = refusal;
    const before = earlier > 0 ? bare`, the ${earlier} of the last ${hours} hours among them,` : say``;
    return bare`${toRunCount(limit, count)} in all groups together${before} and the limit is ${allowed} (limits.${rule}.run).`;
  },
  advice: {
    group: groupAdvice,
    emptied: groupAdvice,
    creates: ({ count }, room) =>
      bare`None of them is made. ${room > 0 ? bare`Merge at most ${room} now and the rest` : say`Merge them`} ${hours} hours later; or raise limits.creates.run to ${count} in _policy.yaml, in a pull request of its own before this one. There is no --force.`,
    admins: say`Nothing is done in this group. Name another admin in the file, or keep one.`,
    'id-edited': say`Nothing is done: one group's people would be put upon another. Put the id back; another group gets a file of its own, and where the old group is over, its file goes in a pull request before.`,
    run: ({ count }, room, rule) =>
      bare`None of them are done. ${room > 0 ? bare`Merge at most ${room} now and the rest` : say`Merge them`} ${hours} hours later; or raise ${rule} to ${count} in _policy.yaml, in a pull request of its own before this one; or, where a group means it, write an allow: into its file (what it covers does not count here). There is no --force.`,
    invited: say`That so many come by the link is not approved, and everything else goes on. Let fewer come at once; or, if it is meant, write an allow: into the group's file, in the same pull request.`,
    coming: say`What the dates of that day bring is not approved, and everything else goes on. Let fewer end on one day; or, if it is meant, write an allow: into the group's file, in the same pull request.`,
  },
};

const lifted: ReasonWords['lifted'] = {
  report: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`at most ${number} until ${until}, because: ${reason}.`;
    if (limit === 'emptied')
      return say`A limit is lifted here: ${people(count)} would be removed, and nobody on the list would be in the group. The group’s file allows it: ${end}`;
    const [one, more] = limits[limit];
    return scope === 'group'
      ? say`A limit is lifted here: there are ${many(count, one, more)}, and the limit is ${usual}. The group’s file allows it: ${end}`
      : say`A limit is lifted here: all groups together have ${many(count, one, more)}, the limit is ${usual}, and this group does not count. Its file allows it: ${end}`;
  },
  terminal: ({ limit, scope, count, usual, number }, until, reason) => {
    const how = bare`at most ${number} until ${until}, reason: ${reason}`;
    if (limit === 'emptied')
      return say`the file's allow: lets ${counted(count, say`member`, say`members`)} leave, and nobody of the list would be here: ${how}`;
    return scope === 'group'
      ? bare`the file's allow: lets ${counted(count, ...limitNouns[limit])} through, where the limit is ${usual}: ${how}`
      : bare`the file's allow: keeps the ${limitNouns[limit][1]} here out of the limit of all groups together, which is ${usual} and would see ${count}: ${how}`;
  },
};

/** What limits say, and what is said where a file lifts one. */
export const englishLimits: Pick<ReasonWords, 'refusals' | 'lifted'> = {
  refusals: { report: reportRefusals, terminal: terminalRefusals },
  lifted,
};
