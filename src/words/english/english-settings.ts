import { say } from './english-forms.ts';
import type { TimeNames } from '../name-time.ts';
import { nameTime } from '../name-time.ts';
import type { SettingWords } from '../setting-words.ts';

/** How a time is called in a sentence. */
const times: TimeNames = {
  '24h': say`24 hours`,
  '7d': say`7 days`,
  '90d': say`90 days`,
};

/** A time until messages disappear; a phone may have set one that has no name. */
const toTime = (time: number) => nameTime(time, times, (seconds) => say`${seconds} seconds`);

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
  photo: {
    noun: say`the photo`,
    report: {
      first: say`A photo, where there was none.`,
      removed: say`No photo any more.`,
      differs: say`A new photo.`,
    },
  },
};
