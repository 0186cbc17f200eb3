import { keptFor, toHours } from '../../domain/patience.ts';
import { groups, limits, many, people, say } from './english-forms.ts';
import type { LoosenedWords } from '../loosened-words.ts';
import { spellSeconds } from '../spelling/spell-seconds.ts';

const hours = toHours(keptFor.spent);
const together = say`within ${hours} hours, in all groups together`;

/** What loosened rules let happen. */
export const englishLoosened: LoosenedWords = {
  limit: (what) => say`from the next pull request on, ${what}`,
  limits: {
    'removals.percent': (count) => say`up to ${count}% of a group’s members can be removed at once`,
    'removals.floor': (count) =>
      say`up to ${people(count)} can be removed at once from a group, however small it is`,
    'removals.run': (count) => say`up to ${people(count)} can be removed ${together}`,
    'demotions.group': (count) => say`up to ${people(count)} can stop being admins at once in a group`,
    'demotions.run': (count) => say`admins can be made ordinary members up to ${count} times ${together}`,
    'promotions.group': (count) => say`up to ${people(count)} can become admins at once in a group`,
    'promotions.run': (count) => say`people can be made admins up to ${count} times ${together}`,
    'adds.group': (count) => say`up to ${people(count)} can be added at once to a group`,
    'adds.run': (count) => say`up to ${people(count)} can be added ${together}`,
    'creates.run': (count) => say`up to ${groups(count)} can be made within ${hours} hours`,
    'admins.min': (count) =>
      count === 0
        ? say`a group can be left without any admin`
        : say`a group can be left with only ${many(count, say`admin`, say`admins`)}`,
  },
  pace: (what) => say`after merging, ${what}; WhatsApp may block accounts that act too fast`,
  daily: {
    addsPerDay: (count) => say`the account can add up to ${people(count)} a day`,
    lookupsPerDay: (count) =>
      say`the account can ask WhatsApp about up to ${many(count, say`number`, say`numbers`)} a day`,
    createsPerDay: (count) => say`the account can make up to ${groups(count)} a day`,
    messagesPerDay: (count) =>
      say`the account can send up to ${many(count, say`invitation`, say`invitations`)} a day as messages`,
  },
  pauses: {
    pause: (seconds) => say`the account waits only ${seconds} seconds between two changes`,
    afterAdd: (seconds) => say`the account waits only ${seconds} seconds for each person whom it adds`,
    reads: (seconds) => say`the account waits only ${seconds} seconds between two groups that it reads`,
  },
  seconds: (range) => spellSeconds(range, { point: '.', to: say`to` }),
  unprotected: (name) =>
    say`${name} is not protected any more: from the next pull request on they can be removed, or stop being an admin`,
  account: {
    added: (name, number) =>
      say`the account ${name} (${number}) is new: it can act in groups, and it is never removed from one`,
    removed: (name, number) =>
      say`the account ${name} (${number}) is taken out: from the next pull request on it can be removed like anybody`,
    changed: (name, before, after) =>
      say`the account ${name} has another number: ${after} acts in groups, and ${before} can be removed like anybody from the next pull request on`,
  },
  memory: {
    gone: say`no record of earlier runs is kept any more: whoever left or did not want to be added is added again, and what was done today does not count toward any limit`,
    moved: say`the record of earlier runs is looked for in another place: one that begins there does not know who left or did not want to be added`,
  },
  reach: {
    members: {
      exact: (groups) =>
        say`in ${groups}, whoever is not in the list is removed from now on; before, nobody was removed`,
      additive: (groups) =>
        say`in ${groups}, whoever is missing is added from now on; before, this was only watched`,
    },
    admins: {
      exact: (groups) =>
        say`in ${groups}, admins who are not in the list of admins stop being admins from now on; before, all of them stayed`,
      additive: (groups) =>
        say`in ${groups}, whoever is in the list of admins is made one from now on; before, this was only watched`,
    },
    settings: (groups) =>
      say`in ${groups}, name, photo and settings are changed to what the files say from now on; before, this was only watched`,
  },
  newMembers: (groups) =>
    say`in ${groups}, whoever is missing is added from now on; before, they were only invited`,
  link: say`the link of a group is not renewed any more when somebody is removed: whoever still has it can try to come back`,
  seal: {
    gone: say`phone numbers in the files are not sealed any more: whoever can read the files can read them`,
    changed: say`phone numbers are sealed with another key from now on: whoever has the private part of the new one can read them`,
  },
  handedOver: (groups, before, after) =>
    say`in ${groups}, another account acts from now on: ${after}, and not ${before}; what it does there stands in a plan of its own, with limits of its own`,
  allow: (group, { limit, number, until, reason }) =>
    say`in ${group}, up to ${many(number, ...limits[limit])} can pass the limit until ${until}, because: ${reason}`,
  place: (key, file) => say`${key} in ${file}`,
  instead: (after, before) => say`${after} instead of ${before}`,
};
