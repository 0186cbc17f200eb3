import { say } from '../../safe/inline.ts';
import type { ImportWords } from '../import-words.ts';
import { counted } from '../terminal-forms.ts';

const groups = (count: number) => counted(count, say`group`, say`groups`);
const people = (count: number) => counted(count, say`person`, say`people`);
const members = (count: number) => counted(count, say`member`, say`members`);

/** What `import` says in English. */
export const englishImport: ImportWords = {
  comments: {
    longName: (bytes, most) =>
      say`The name has ${bytes} bytes, and GOWA sets none longer than ${most}: it is left as it is.`,
    noName: say`WhatsApp gives no name for this group.`,
    holdsNumber: (key) =>
      say`${key}: not written; it seems to hold a phone number, and numbers are sealed in these files.`,
    odd: {
      line: () => say`This name cannot stand in a file: it is left as it is.`,
      lines: () => say`The topic cannot stand in a file: it is left as it is.`,
      seconds: (seconds) =>
        say`Messages disappear after ${seconds} seconds, which only a phone can set: that is left as it is.`,
    },
    uncounted: say`WhatsApp did not say how many people are here: compare the lists with a phone before you write manage: exact.`,
    noLists: (count) =>
      say`No lists: the numbers of ${members(count)} cannot stand in a file, and half a list would be worse than none.`,
    crowded: (count) => say`No lists: ${people(count)} are more than a list may name.`,
    nameless: (count) =>
      say`Beside those below: ${members(count)} of whom WhatsApp does not say who they are. Nobody touches them.`,
    noPhoto: (reason) => say`No photo: ${reason}.`,
    observed: {
      notAdmin: say`The account is no admin here, so the group is only watched.`,
      community: say`A community: WhatsApp lets no program manage it, so it is only watched.`,
      announcements: say`A community's announcements: WhatsApp lets no program manage them, so they are only watched.`,
    },
    called: (name) => say`${name} in WhatsApp, by your contacts or by themselves`,
  },
  summary: {
    done: (count, named, folder) =>
      say`Imported ${groups(count)} and ${counted(named, say`new person`, say`new people`)} into ${folder}.`,
    dryRun: (count, named, folder) =>
      say`Would import ${groups(count)} and ${counted(named, say`new person`, say`new people`)} into ${folder}. Nothing was written, and nobody was looked up.`,
  },
  people: (plain, admins) => say`${members(plain)}, ${counted(admins, say`admin`, say`admins`)}`,
  observed: say`only watched`,
  remarks: (count) => say`${counted(count, say`remark`, say`remarks`)} in the file`,
  skipped: {
    hasFile: (count) =>
      count === 1
        ? say`1 group has a file, which stays as it is.`
        : say`${count} groups have a file, which stays as it is.`,
    notAdmin: (count) =>
      count === 1
        ? say`1 group left out, since the account is no admin there: --all takes it in, to be watched.`
        : say`${count} groups left out, since the account is no admin there: --all takes them in, to be watched.`,
    notMatched: (count) => say`${groups(count)} left out by --match.`,
  },
  unread: (name, reason) => say`${name} was not imported: ${reason}. Run it again later.`,
  incomplete: say`WhatsApp sent its list of people only in part`,
  changedByDefaults: (files) =>
    say`ATTENTION: a _defaults.yaml of this folder adds to these files, so the next plan is not empty: ${files}. Look at that plan before anything is applied; to keep these groups as they are, import into a folder without defaults.`,
  cutList: (count) =>
    say`WhatsApp lists ${count} groups at most: for those beyond, write a file with the id of each.`,
  byNumber: (count) =>
    count === 1
      ? say`1 person stands in the lists by their number, since nobody says who they are.`
      : say`${count} people stand in the lists by their number, since nobody says who they are.`,
  hidden: (count) =>
    count === 1
      ? say`1 person hides their number: known by their LID, and never touched.`
      : say`${count} people hide their number: known by their LIDs, and never touched.`,
  contacts: (count) =>
    say`${counted(count, say`name of WhatsApp stands`, say`names of WhatsApp stand`)} in comments alone: GOWA does not say which are from your contacts and which people gave themselves. --contacts believes them.`,
  lookedUp: (asked, left) =>
    left === 0
      ? say`WhatsApp was asked who of the spreadsheet hides their number: ${people(asked)}.`
      : say`WhatsApp was asked who of the spreadsheet hides their number: ${people(asked)}. ${left} are left: import again, later or another day.`,
  notLookedUp: (left) =>
    say`Nobody of the spreadsheet could be looked up, though some may hide in the groups: ${people(left)}. Look-ups take a memory that has begun (rollcall apply --new-journal) and has some left of its day: import again then.`,
  headings: {
    unlisted: (count) =>
      say`In groups and in no row of the spreadsheet (exact would remove them, were it the list): ${people(count)}`,
    groupless: (count) => say`In the spreadsheet and in no group: ${people(count)}`,
    unreadable: (count) => say`Not read in the spreadsheet: ${counted(count, say`place`, say`places`)}`,
    twice: (count) => say`One number in several rows: ${counted(count, say`number`, say`numbers`)}`,
    teams: (count) => say`Teams of the spreadsheet, for teams: in _people.yaml: ${count}`,
    sameLists: (count) =>
      say`The same people in several files: ${counted(count, say`list that could be a team`, say`lists that could be teams`)}`,
    identified: (count) =>
      say`Hidden until now, and known by the spreadsheet: ${people(count)} (put their handles in the place of the LIDs)`,
  },
  crowd: people,
  next: (command) => say`Next: ${command}`,
  first: (count) =>
    say`In ${groups(count)} most people are in no file. Import first: rollcall import writes a group's file, where it has none, from the people who are in it.`,
  partly: (written, missing) =>
    say`${written === '' ? say`Nothing was written` : say`Written, each of them whole: ${written}`}; ${counted(missing, say`file`, say`files`)} not. Make room, and import again: only what is missing is written.`,
};
