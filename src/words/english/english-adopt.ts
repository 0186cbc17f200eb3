import { say } from '../../safe/inline.ts';
import type { AdoptWords } from '../adopt-words.ts';
import { counted } from '../terminal-forms.ts';

const files = (count: number) => counted(count, say`file`, say`files`);

/** What `adopt` says in English. */
export const englishAdopt: AdoptWords = {
  summary: (count) =>
    say`${files(count)} ${count === 1 ? say`follows its group` : say`follow their groups`}, as somebody left it on a phone:`,
  nothing: say`Nothing to take over.`,
  photo: (path) => say`the group's photo is saved as ${path}`,
  left: say`Stays as it is`,
  reasons: {
    observe: say`the file only watches this (manage: observe): it is what the group is measured by`,
    approved: say`approved and not done yet: apply brings the group to the file`,
    incomplete: say`the list of members is not complete, so nobody can be told to be missing: try again later`,
    'perhaps-there': say`may be in the group with a hidden number: run it again when that is known, or write lid:…`,
    'other-number': say`is there, or seems to be, under another number: write that behind the handle, in the file of people`,
    'perhaps-unseen': say`WhatsApp may show a part of this group, so nobody can be told to be missing`,
    untellable: say`WhatsApp gives neither a number nor a LID of somebody`,
    'no-handle': say`numbers are sealed in these files: give them a handle in the file of people first (rollcall seal)`,
    'holds-number': say`numbers are sealed in these files, and this seems to hold one: change it on a phone, or write it yourself`,
    'by-defaults': say`a _defaults.yaml names them, which is for all its groups: change it there`,
    'no-value': say`no file can hold what the group has: change it on a phone`,
    'not-said': say`WhatsApp does not say how it is in the group`,
    'photo-hidden': say`WhatsApp does not show the photo to the account`,
    'photo-unread': say`the photo could not be fetched: try again`,
    'photo-unusable': say`no file can have this picture as a photo: it is too small, or of another format`,
  },
  unread: say`Could not be read`,
  notProved: say`Nothing was written: the files as they would be are not what was asked for.`,
  faults: {
    mistakes: say`it would have mistakes, which the files do not have now`,
    'still-differs': say`the group would still differ from it`,
    'something-else': say`it would say something else of what was not asked for`,
  },
  notCompared: say`not compared: Rollcall could not set it`,
  question: say`Write this? Only "yes" will do:`,
  notAsked: say`Nothing was written: give --yes to write it without being asked.`,
  madeUp: say`Nothing was written: nothing in this sandbox was read from WhatsApp.`,
  written: (count) => say`${files(count)} written. Look at them, and commit them like any other change.`,
};
