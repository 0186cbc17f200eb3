import type { LowerMode } from '../../domain/origin.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list } from '../../safe/inline.ts';
import type { ReasonWords } from '../reason-words.ts';
import { counted, toModeChange } from '../terminal-forms.ts';
import { groups, say } from './english-forms.ts';

function toLess({ part, after }: LowerMode): Inline {
  if (after === 'observe') return say`only reported now`;
  return part === 'members' ? say`nobody is removed any more` : say`nobody is demoted any more`;
}

const relaxed: ReasonWords['relaxed'] = {
  report: {
    parts: {
      members: say`who is a member`,
      admins: say`who is an admin`,
      settings: say`the settings`,
    },
    gone: (name, nouns) =>
      say`The file of ${name} no longer says anything about this: ${nouns}. The group keeps it as it is, and nobody looks after it.`,
    observe: (name, parts) => say`In ${name} this is only watched from now on, and not put right: ${parts}.`,
    additive: {
      members: (name) => say`From now on nobody is taken out of ${name}.`,
      admins: (name) => say`From now on nobody stops being an admin of ${name}.`,
    },
  },
  terminal: ({ keys, modes }) => {
    const names = list(keys as readonly string[] as readonly Inline[], [' and ', ' and ']);
    const [are, stay] = keys.length > 1 ? [say`are`, say`them as they are`] : [say`is`, say`it as it is`];
    return join(
      [
        ...(keys.length > 0 ? [say`${names} ${are} not in it any more: the group keeps ${stay}`] : []),
        ...modes.map((mode) => say`${toModeChange(mode)}: ${toLess(mode)}`),
      ],
      '; ',
    );
  },
};

const unread: ReasonWords['unread'] = {
  policy: {
    report: (file) =>
      say`Before this pull request the file with the rules (${file}) was missing or had mistakes. So the stricter ones of today’s limits, the usual ones and those that can be read count, it is not certain who was protected, and everything counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} is missing or has mistakes: limits are the stricter of now and what can be read of it, else the built-in ones; whom it protected may not be known; every change counts as made by this pull request`,
  },
  protected: {
    report: (file) =>
      say`It is not certain who was protected before this pull request (${file}): please look closely at who leaves or is no longer an admin.`,
    terminal: (file, base) =>
      say`${file} of ${base} protects people by names that are not known there: look closely at who leaves or is no admin any more`,
  },
  people: {
    report: (file) =>
      say`Before this pull request the file with the people (${file}) had mistakes. So nobody can tell whether somebody else’s number was put behind a name: please compare the numbers. All that happens to people counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has mistakes: a number changed behind a handle may not show above, so compare them yourself; every change of a person counts as made by this pull request`,
  },
  defaults: {
    report: (file) =>
      say`Before this pull request the file ${file} had mistakes: all that happens in the groups of its folder counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has mistakes: every change of the groups of its folder counts as made by this pull request`,
  },
  group: {
    report: (file) =>
      say`Before this pull request the file ${file} had mistakes: all that happens in its group counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has mistakes: every change of its group counts as made by this pull request`,
  },
  id: {
    report: (file) =>
      say`Before this pull request the file ${file} had mistakes, and nobody can tell which group it was for: please check that it is the same. All that happens in its group counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has mistakes, and which group it was for cannot be told, nor whether its id was edited; every change of its group counts as made by this pull request`,
  },
  photo: {
    report: (file) =>
      say`Before this pull request the photo of the file ${file} could not be read: its change counts as this pull request’s.`,
    terminal: (file, base) =>
      say`${file} of ${base} has a photo that cannot be read: the change of it counts as made by this pull request`,
  },
};

/** What a pull request brings, and what cannot be told of it. */
export const englishSince: Pick<
  ReasonWords,
  | 'origins'
  | 'stopped'
  | 'arrived'
  | 'relaxed'
  | 'defaults'
  | 'fromDefaults'
  | 'unread'
  | 'newNumber'
  | 'newPeople'
> = {
  origins: {
    'pull-request': { report: say`this pull request`, terminal: say`this pull request` },
    phone: { report: say`changed on a phone, or never approved`, terminal: say`changed on the phone` },
    date: { report: say`its day has come`, terminal: say`its day has come` },
    'earlier-merge': {
      report: say`waiting since an earlier merge`,
      terminal: say`waiting since an earlier merge`,
    },
  },
  stopped: {
    deleted: {
      report: (name) =>
        say`${name} is no longer looked after: its file is deleted. The group itself stays as it is.`,
      terminal: say`its file is deleted: the group stays as it is, and Rollcall looks at it no more`,
    },
    ignored: {
      report: (name) =>
        say`${name} is no longer looked after: its file was renamed. The group itself stays as it is.`,
      terminal: say`its file starts with _ now: the group stays as it is, and Rollcall looks at it no more`,
    },
    'id-edited': {
      report: (name) => say`The file of ${name} now points to another group.`,
      terminal: say`its file names another group now`,
    },
  },
  arrived: {
    'new-file': {
      report: (name) =>
        say`${name} is new here: its file is new, and all that happens in this group comes with this pull request.`,
      terminal: say`its file is new: all that happens in this group comes with this pull request`,
    },
    'first-id': {
      report: (name) =>
        say`${name} is new here: its file did not say before which group it is for, and all that happens in this group comes with this pull request.`,
      terminal: say`its file has its first id: all that happens in this group comes with this pull request`,
    },
  },
  relaxed,
  defaults: {
    new: {
      report: (file, count) => say`The file ${file} is new: what it says holds for ${groups(count)}.`,
      terminal: (file, count) => say`${file} is new, and holds for ${groups(count)}`,
    },
    changed: {
      report: (file, count) => say`The file ${file} is changed: what it says holds for ${groups(count)}.`,
      terminal: (file, count) => say`${file} is changed, and holds for ${groups(count)}`,
    },
    removed: {
      report: (file, count) => say`The file ${file} is gone: what it said held for ${groups(count)}.`,
      terminal: (file, count) => say`${file} is gone, and held for ${groups(count)}`,
    },
  },
  fromDefaults: {
    report: (file, count) => say`Changes in ${groups(count)} come from what they have in common (${file}).`,
    terminal: (file, count) => say`Changes in ${groups(count)} come from ${file}.`,
  },
  unread,
  newPeople: {
    report: {
      arrived: ({ names, count }) =>
        say`${names} ${count === 1 ? say`is` : say`are`} new among the people that the files name.`,
      renamed: (name, before, isOther) =>
        isOther
          ? say`${name} stands in the place of ${before}: the name and the number are both others, so it may be somebody else.`
          : say`${name} was called ${before} before: the number is the same.`,
      alike: (name, other) =>
        say`${name} is easily taken for ${other}: please look closely at which of them is meant.`,
    },
    terminal: {
      arrived: ({ names }) => say`new people: ${names}`,
      renamed: (name, before, isOther) =>
        isOther
          ? say`${name} stands in the place of ${before}: name and number are both others`
          : say`${name} was called ${before}, the number is the same`,
      alike: (name, other) => say`${name} looks like ${other}`,
    },
  },
  newNumber: {
    report: ({ name, before, after, isSealed, groups: all, adminIn }) =>
      say`The number of ${name} changes${isSealed ? say` (it is sealed: neither the old one nor the new one can be seen)` : say` from ${before} to ${after}`}: whoever has the new number belongs in ${groups(all)}${adminIn === 0 ? say`` : say`, and is an admin in ${adminIn}`}.`,
    terminal: ({ name, before, after, isSealed, groups: all, adminIn }) => {
      const where =
        adminIn > 0
          ? say`admin in ${counted(adminIn, say`group`, say`groups`)}`
          : say`in ${counted(all, say`group`, say`groups`)}`;
      const change = isSealed ? say`changes (sealed)` : say`${before} → ${after}`;
      return say`${name}'s number ${change}, ${where}`;
    },
  },
};
