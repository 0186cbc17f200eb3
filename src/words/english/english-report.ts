import { keptFor, toHours } from '../../domain/patience.ts';
import { changes, groups, many, people, say } from './english-forms.ts';
import { countNouns } from '../count-nouns.ts';
import type { ReportWords, Where } from '../report-words.ts';

const is = (count: number) => (count === 1 ? say`is` : say`are`);
const was = (count: number) => (count === 1 ? say`was` : say`were`);
const whom = ({ count }: Where) => (count === undefined ? say`people` : people(count));
const removed = (where: Where) =>
  say`${whom(where)} ${where.count === 1 ? say`was` : say`were`} removed from ${where.places}`;
const admins = ({ places, count }: Where) =>
  say`${count === undefined ? say`new admins` : many(count, say`new admin`, say`new admins`)} in ${places}`;
const nouns = {
  add: [say`addition`, say`additions`],
  remove: [say`removal`, say`removals`],
  promote: [say`new admin`, say`new admins`],
  demote: [say`no longer admin`, say`no longer admins`],
  set: [say`other change`, say`other changes`],
} as const;

/** What reports say in English. */
export const englishReport: ReportWords = {
  title: { plan: say`What merging will do`, apply: say`What was done`, create: say`Groups that were made` },
  facts: {
    pullRequest: say`Pull request`,
    author: say`By`,
    commit: say`Commit`,
    made: say`Made on`,
    account: say`Account`,
  },
  headline: {
    merging: (removed, promoted) => {
      const first = removed ? say`removes ${whom(removed)} from ${removed.places}` : say`removes nobody`;
      if (promoted) return say`Merging ${first}, ${removed ? say`and` : say`but`} makes ${admins(promoted)}.`;
      return say`Merging ${first} and makes nobody an admin.`;
    },
    nothing: say`Merging changes nothing: nobody is removed and nobody becomes an admin.`,
    total: (counts, some, all) => say`In all: ${counts}, in ${some} of ${groups(all)}.`,
    others: (count, all) =>
      count === all
        ? say`None of this comes from this pull request, but merging carries it out.`
        : say`${count} of these ${changes(all)} ${count === 1 ? say`does` : say`do`} not come from this pull request, but merging carries ${count === 1 ? say`it` : say`them`} out as well.`,
    stopped: (count) =>
      say`A limit stops ${changes(count)}: merging does not carry ${count === 1 ? say`it` : say`them`} out.`,
    takes: {
      pauses: (duration) => say`Carrying it out takes ${duration}.`,
      adding: (duration) =>
        say`Adding everybody takes ${duration}: only so many people a day, so that WhatsApp does not block the account.`,
      lookingUp: (duration) =>
        say`Carrying it out takes ${duration}: only so many people a day, so that WhatsApp does not block the account.`,
    },
    coming: (counts, first) =>
      say`Merging also approves what dates will bring: ${counts}, the first on ${first}.`,
    unread: (names, count) =>
      say`${names} could not be read, so nobody knows what ${count === 1 ? say`it needs` : say`they need`}, and nothing is done there.`,
    toInvite: (count) =>
      say`Merging also approves that ${people(count)} ${count === 1 ? say`comes` : say`come`} by the invite link: nobody adds them, and whoever of them asks to join is let in.`,
    lanes: (count) =>
      say`By the invite link ${count === 1 ? say`this person` : say`these ${count} people`} could come as soon as they want to.`,
    comingRefused: (count) =>
      say`Of what dates would bring, merging does not approve ${changes(count)}, because something stands in the way.`,
    notAdded: (count, all, who) => {
      if (all === 1) return say`The one person to be added was not added: ${who}.`;
      return count === all
        ? say`None of the ${all} additions happened: ${who}.`
        : say`${count} of the ${all} additions did not happen: ${who}.`;
    },
    later: (count, all) => {
      if (all === 1) return say`The one addition waits for the next run: enough was done for one day.`;
      return say`${count} of the ${all} additions ${count === 1 ? say`waits` : say`wait`} for the next run: enough was done for one day.`;
    },
    uncertain: (count, all, who) =>
      all === 1
        ? say`It is not certain whether the one person to be added was added: ${who}.`
        : say`It is not certain whether ${count === all ? say`the ${all}` : say`${count} of the ${all}`} additions happened: ${who}.`,
    notDone: (count, all) =>
      all === 1
        ? say`The one change did not happen or could not be confirmed.`
        : say`${count} of the ${changes(all)} did not happen or could not be confirmed.`,
    allDone: (count) =>
      count === 1
        ? say`The one approved change is done and checked.`
        : say`${count === 2 ? say`Both` : say`All ${count}`} approved changes are done and checked.`,
    nothingApproved: say`Nothing was due and approved, so nothing was done.`,
    fates: {
      remove: {
        none: say`nobody was removed`,
        some: removed,
        perhaps: (where) => say`it is not certain whether ${removed(where)}`,
      },
      promote: {
        none: say`nobody became an admin`,
        some: (where) => say`there ${is(where.count ?? 2)} ${admins(where)}`,
        perhaps: (where) => say`it is not certain whether there ${is(where.count ?? 2)} ${admins(where)}`,
      },
    },
    notApproved: (count) =>
      say`${changes(count)} ${was(count)} left alone because nobody approved ${count === 1 ? say`it` : say`them`}.`,
    waiting: (count) =>
      say`${many(count, say`approved change`, say`approved changes`)} could not be done and still ${count === 1 ? say`waits` : say`wait`}.`,
    moreGroups: (count, number) => say`${many(count, say`more group`, say`more groups`)} (${number})`,
    morePeople: (count) => say`${count} more`,
  },
  ...countNouns(nouns, many),
  badges: {
    remove: (count) => say`removes ${count}`,
    promote: (count) => say`makes ${many(count, say`admin`, say`admins`)}`,
    demote: (count) => say`takes the admin role from ${count}`,
    add: (count) => say`adds ${count}`,
    set: (count) => say`changes ${many(count, say`setting`, say`settings`)}`,
    refused: (count) => say`a limit stops ${count}`,
    open: (count, all) => say`${count} of ${all} not done`,
    done: say`everything is done`,
    blocked: say`nothing is done here`,
  },
  people: {
    knock: ({ names, count }) => say`${names} asked to join and ${is(count)} let in.`,
    add: ({ names, count }) => say`${names} ${is(count)} added.`,
    remove: ({ names, count }) => say`${names} ${is(count)} removed.`,
    promote: ({ names, count }) =>
      count === 1 ? say`${names} becomes an admin.` : say`${names} become admins.`,
    demote: ({ names, count }) =>
      count === 1
        ? say`${names} stays, but is no longer an admin.`
        : say`${names} stay, but are no longer admins.`,
  },
  done: {
    knock: ({ names, count }) => say`${names} asked to join and ${was(count)} let in.`,
    add: ({ names, count }) => say`${names} ${was(count)} added.`,
    remove: ({ names, count }) => say`${names} ${was(count)} removed.`,
    promote: ({ names, count }) =>
      count === 1 ? say`${names} is an admin now.` : say`${names} are admins now.`,
    demote: ({ names, count }) =>
      count === 1
        ? say`${names} stays, but is no longer an admin.`
        : say`${names} stay, but are no longer admins.`,
  },
  notDone: {
    knock: ({ names, count }) => say`${names} asked to join and ${is(count)} not let in`,
    add: ({ names, count }) => say`${names} ${is(count)} not added`,
    remove: ({ names, count }) => say`${names} ${is(count)} not removed`,
    promote: ({ names, count }) =>
      count === 1 ? say`${names} does not become an admin` : say`${names} do not become admins`,
    demote: ({ names, count }) =>
      count === 1 ? say`${names} remains an admin` : say`${names} remain admins`,
  },
  isAdmin: (name) => say`${name} (an admin)`,
  numbers: {
    old: (name) => say`${name} (the old number)`,
    new: (name) => say`${name} (the new number)`,
    swap: (name) => say`${name}: the old number leaves, the new one joins.`,
  },
  unchanged: (all, count) => (count === 1 ? say`${all} stays as it is` : say`${all} stay as they are`),
  results: {
    verified: { word: say`done`, lead: say`Done and checked:` },
    declined: { word: say`to be invited`, lead: say`Please invite:` },
    'not-verified': { word: say`not certain`, lead: say`Not certain whether it happened:` },
    failed: { word: say`failed`, lead: say`Failed:` },
    skipped: { word: say`not done`, lead: say`Not done this time:` },
    refused: { word: say`stopped by a limit`, lead: say`Stopped by a limit:` },
    'not-approved': { word: say`not approved`, lead: say`Not approved, so not done:` },
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'leavers') return say`whoever is removed may still have the old one`;
    if (reason === 'unlisted') return say`not in the list`;
    if (reason === 'ended') return say`the last day was ${day}`;
    if (reason === 'begun') return say`in the list from ${day} on`;
    if (reason === 'early') return say`in the list only from ${day} on`;
    if (reason === 'readd') return say`had left, and is put back once`;
    if (reason === 'listed') return ways === '' ? say`in the list` : ways;
    return say`the file says so`;
  },
  team: (name) => say`team ${name}`,
  line: (number) => say`line ${number}`,
  once: {
    add: (name) => say`once ${name} has been added`,
    promote: (name) => say`once ${name} is an admin`,
    demote: (name) => say`once ${name} is no longer an admin`,
    remove: (name) => say`once ${name} has been removed`,
  },
  since: (day, reason) => {
    if (reason === 'left') return say`last seen there on ${day}`;
    if (reason === 'refused' || reason === 'not-let-in') return say`tried on ${day}`;
    return reason === 'tried' ? say`added on ${day}` : say`asked on ${day}`;
  },
  between: (first, last) => say`between ${first} and ${last}`,
  hiddenMember: say`a member with a hidden number`,
  hiddenAsking: say`somebody with a hidden number`,
  somebody: say`somebody`,
  ambiguous: say`two members`,
  coming: {
    approved: say`approved already`,
    refused: (reason) => say`not approved: ${reason}`,
    obstacle: (reason) => say`at the moment: ${reason}`,
    before: say`was in the files before, and nobody has approved it yet`,
  },
  notes: {
    sandbox: say`This is a rehearsal: nothing of it touches WhatsApp.`,
    noMemory: say`No record of earlier runs is kept: whoever is missing is added, also those who left on their own.`,
    freshMemory: (since, until) =>
      say`The record of earlier runs began on ${since}: whoever left, or did not want to be added, before that day may be added again. This is said until ${until}.`,
    newMemory: say`There is no record of earlier runs yet, so nobody is added, removed, promoted or demoted. The next step is to start one: rollcall apply --new-journal.`,
    badMemory: say`The record of earlier runs is missing or damaged, so nobody is added, removed, promoted or demoted.`,
    elsewhere: (count) => say`${groups(count)} of other accounts ${was(count)} not looked at.`,
    datedLinks: say`When a date removes somebody, the group’s invite link is made anew at the same time; merging approves that as well.`,
    oldLink: (names, count) =>
      say`Whoever was removed from ${names} may still have ${count === 1 ? say`its` : say`their`} invite link and come back by it.`,
    paceHeld: say`The policy allows a faster pace by now. So that WhatsApp does not block the account, it counts ${toHours(keptFor.spent)} hours after the first run that saw it.`,
    interrupted: say`The run was interrupted: what was on its way was checked, the rest was not begun.`,
    paceSpent: say`Enough was done for one day; the rest is left for the next run.`,
    resumes: (time) => say`The next run can go on after ${time}.`,
  },
  headings: {
    groups: say`Group by group`,
    others: say`Not from this pull request`,
    othersLead: say`Merging carries this out as well, though this pull request did not cause it:`,
    leftAlone: say`Left alone, and why`,
    toInvite: say`Who comes by the invite link`,
    needHuman: say`For somebody to look at`,
    wasBefore: say`For somebody to look at, as before this pull request`,
    onPurpose: say`As it is meant`,
    people: say`Person by person`,
    peopleLead: say`What happens to each person, and in how many groups.`,
    dates: say`Coming dates`,
    datesLead: say`Merging approves this, unless it says otherwise, and it is done on its day:`,
    waiting: say`Approved, and not done yet`,
    toCreate: say`Groups that do not exist yet`,
    pullRequest: say`Before anything else`,
    notes: say`Good to know`,
    details: (count) => say`${changes(count)} in detail`,
    claim: (name) => say`The file calls this group ${name}.`,
    due: say`Will be done:`,
    columns: {
      day: say`Day`,
      group: say`Group`,
      inTheWay: say`What stands in the way`,
      happens: say`What happens`,
      planned: say`Planned`,
      why: say`Why`,
      outcome: say`Outcome`,
      person: say`Person`,
      joins: say`Added`,
      leaves: say`Removed`,
      admin: say`New admin`,
      notAdmin: say`No longer admin`,
    },
    before: say`Before`,
    after: say`After`,
    removedLine: say`removed:`,
    addedLine: say`added:`,
    larger: say`Larger`,
    noPicture: say`no picture to show`,
    photoOf: {
      before: (group) => say`Photo of ${group} before`,
      after: (group) => say`Photo of ${group} after`,
    },
    inSync: (count) => say`${groups(count)} ${count === 1 ? say`is` : say`are`} already as the files say.`,
    cut: (count, all, risky) =>
      say`Cut here, because a comment may not be longer: ${many(count, say`more group`, say`more groups`)} with ${changes(all)}, ${risky} of them with people who are removed or become admins. The page shows all of them.`,
    namesCut: say`There is no room for the names here, because a comment may not be longer. The page has them.`,
    morePeople: (count) => say`${count} more`,
    moreItems: (count) => say`… and ${count} more`,
    skip: say`Skip to the groups`,
    page: say`All of it as a page, with the photos`,
  },
};
