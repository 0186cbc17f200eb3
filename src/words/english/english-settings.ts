import type { Inline } from '../../safe/inline.ts';
import { say } from './english-forms.ts';
import type { TimeNames } from '../spelling/name-time.ts';
import { nameTime } from '../spelling/name-time.ts';
import type { SettingWords } from '../setting-words.ts';

/** How a time is called in a sentence. */
const times: TimeNames = {
  '24h': say`24 hours`,
  '7d': say`7 days`,
  '90d': say`90 days`,
};

/** A time until messages disappear; a phone may have set one that has no name. */
const toTime = (time: number) => nameTime(time, times, (seconds) => say`${seconds} seconds`);

/** Where a phone has the switches of a group. */
const toSwitch = (name: Inline, isOn: boolean) =>
  say`on a phone, open the group’s info, then Group permissions, and switch “${name}” ${isOn ? say`on` : say`off`}`;

/** What is said of each setting in English. */
export const englishSettings: SettingWords = {
  name: {
    noun: say`the name`,
    report: (before, after) => say`New name: ${after}, instead of ${before}.`,
    terminal: () => say`the file has another name`,
  },
  topic: {
    noun: say`the description`,
    report: {
      first: say`A description, where there was none.`,
      removed: say`No description any more.`,
      differs: say`A new description.`,
    },
    terminal: () => say`the file has another topic`,
  },
  announce: {
    noun: say`who may send messages`,
    report: {
      on: say`From now on only admins may send messages.`,
      off: say`From now on all members may send messages.`,
    },
    terminal: (after) => (after === true ? say`only admins may post` : say`everybody may post`),
  },
  locked: {
    noun: say`who may edit the group`,
    report: {
      on: say`From now on only admins may edit the group’s name, photo and description.`,
      off: say`From now on all members may edit the group’s name, photo and description.`,
    },
    terminal: (after) =>
      after === true ? say`only admins may edit the group's info` : say`everybody may edit the group's info`,
  },
  disappearing: {
    noun: say`the time after which messages disappear`,
    report: (seconds) =>
      seconds === 0
        ? say`New messages no longer disappear.`
        : say`New messages disappear after ${toTime(seconds)}.`,
    terminal: (after) => (after === 0 ? say`messages stay` : say`messages disappear after this time`),
  },
  'may-add': {
    noun: say`who may add members`,
    report: (after) =>
      after === 'admins'
        ? say`From now on only admins may add members.`
        : say`From now on all members may add members.`,
    terminal: (after) =>
      after === 'admins' ? say`only admins may add members` : say`everybody may add members`,
    onPhone: (after) => toSwitch(say`Add other members`, after !== 'admins'),
  },
  'join-approval': {
    noun: say`whether admins approve new members`,
    report: {
      on: say`From now on whoever comes by the link waits until an admin approves.`,
      off: say`From now on whoever comes by the link joins without anybody’s approval.`,
    },
    terminal: (after) =>
      after === true
        ? say`whoever comes by the link waits for an admin`
        : say`whoever comes by the link joins at once`,
    onPhone: (after) => toSwitch(say`Approve new members`, after === true),
  },
  community: {
    noun: say`the community that it belongs to`,
    report: (after) =>
      after === 'none'
        ? say`The group belongs to no community any more.`
        : say`The group belongs to the community that the file names.`,
    terminal: (after) => (after === 'none' ? say`belongs to no community` : say`belongs to this community`),
    onPhone: (after) =>
      after === 'none'
        ? say`on a phone, open the group’s community, then Manage groups, and take the group out`
        : say`on a phone, open the community that the file names, then Manage groups, and add the group`,
  },
  photo: {
    noun: say`the photo`,
    report: {
      first: say`A photo, where there was none.`,
      removed: say`No photo any more.`,
      differs: say`A new photo.`,
    },
  },
  link: {
    noun: say`the invite link`,
    report: say`The invite link is made anew, so that nobody who is removed can come back by the old one.`,
    phrase: say`is made anew`,
    terminal: say`whoever is removed may still have the old one`,
  },
};
