import { creationSettles } from '../../domain/patience.ts';
import { listedGroupsLimit, nameLimit } from '../../domain/whatsapp-facts.ts';
import type { CreationWords } from '../creation-words.ts';
import { say } from './english-forms.ts';

const minutes = Math.round(creationSettles / 60_000);

/** What is said of groups that are to be made. */
export const englishCreations: CreationWords = {
  due: (first) => say`is made with ${first}; everybody else joins afterwards, at the pace of the policy`,
  dueInvited: (first) =>
    say`is made with ${first}, who is added although everybody else comes by the link: WhatsApp makes no group for the account alone`,
  found: (id) =>
    say`was made by an earlier request already (${id}): nothing is made, and its id goes into the file`,
  refused: say`is not made: a limit objects`,
  obstacles: {
    observe: () => say`is not made, because the file only watches (manage: observe)`,
    'no-name': () => say`is not made: a group to make needs a name in its file`,
    'name-too-long': () => say`is not made: WhatsApp takes names of at most ${nameLimit} characters`,
    'nobody-first': () =>
      say`is not made: WhatsApp makes no group without somebody beside the account, and nobody in the file can come with it. List somebody under admins who may be added, or make the group on a phone and write its id into the file`,
    'same-name': (ids) =>
      say`is not made: the account has a group of this name already that is in no file (${ids}). Write its id into the file if it is this one; else give one of them another name`,
    'same-name-open': () =>
      say`is not made yet: another file's group of this name was asked for, and nobody knows yet whether it is there. Run create again`,
    'may-appear': () =>
      say`was asked for without a clear answer, and may still appear: run create again ${minutes} minutes after that`,
    several: (ids) =>
      say`was asked for without a clear answer, and more than one group may be it (${ids}). Look at them on a phone, and write the right id into the file`,
    'list-unread': () =>
      say`is not made now: the list of the account's groups could not be read, so nobody knows whether it is there. Run create again`,
    'list-full': () =>
      say`was asked for without a clear answer, and GOWA shows ${listedGroupsLimit} groups at most, so nobody knows whether it is there. Look on a phone; if it is there, write its id into the file`,
    'no-memory': () =>
      say`is not made without a memory, which alone keeps a second run from making it again. Set state: in _policy.yaml, or start a memory with apply --new-journal`,
    'not-approved': () => say`is not made: nobody has approved it, or anybody who can come with it`,
  },
  waiting: (count) =>
    count === 1
      ? say`1 group waits to be made: rollcall create`
      : say`${count} groups wait to be made: rollcall create`,
  fates: {
    made: (id) => say`is made: ${id}`,
    taken: (id) => say`was made by an earlier request, and is taken: ${id}`,
    joined: (names) => say`in it by now: ${names}`,
    nobodyYet: say`nobody else is in it yet`,
    filed: say`its id is in the file`,
    offered: say`its id comes as a pull request`,
    rehearsed: say`a rehearsal, so its id goes into no file`,
    notFiled: (id, why) =>
      say`ITS ID IS NOT IN THE FILE YET. Run create again, or write id: ${id} into it (${why})`,
    failed: (text) => say`is not made: ${text}`,
    nobody: say`is not made: nobody who may come with it is on WhatsApp`,
    unknown: (text) =>
      say`may have been made: there was no clear answer (${text}). Run create again after ${minutes} minutes; it looks before it asks again`,
    skipped: {
      limit: say`is not made: a limit objects`,
      'not-approved': say`is not made: nobody has approved it, or anybody who can come with it`,
      pace: say`waits: the pace of today is spent`,
      stopped: say`waits: the run was stopped`,
      interrupted: say`waits: the run was interrupted`,
    },
  },
  nothing: say`Every group has an id: there is nothing to make.`,
  heading: say`Groups and their ids`,
  merging: (count) =>
    count === 1 ? say`Merging makes 1 new group.` : say`Merging makes ${count} new groups.`,
  headline: (made, all) =>
    say`${made} of ${all} ${all === 1 ? say`group` : say`groups`} ${made === 1 ? say`was` : say`were`} made.`,
  summary: (made, all) => say`${made} of ${all} ${all === 1 ? say`group` : say`groups`} made`,
  which: (name) => say`Which of them is ${name}? Type its id, or nothing to leave it:`,
};
