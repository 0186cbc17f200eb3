import type { Inline } from '../safe/inline.ts';
import { makeSay } from '../safe/inline.ts';
import type { ReportWords, Where } from './report-words.ts';
import { spellDay } from './spell-day.ts';

const say = makeSay(',');
const many = (count: number, one: Inline, more: Inline): Inline => say`${count} ${count === 1 ? one : more}`;
const groups = (count: number) => many(count, say`group`, say`groups`);
const people = (count: number) => many(count, say`person`, say`people`);
const changes = (count: number) => many(count, say`change`, say`changes`);
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const is = (count: number) => (count === 1 ? say`is` : say`are`);
const was = (count: number) => (count === 1 ? say`was` : say`were`);
const times: Readonly<Record<number, Inline>> = {
  86400: say`24 hours`,
  604800: say`7 days`,
  7776000: say`90 days`,
};
const limits: Readonly<Record<string, readonly [one: Inline, more: Inline]>> = {
  removals: [say`removal`, say`removals`],
  demotions: [say`person who stops being an admin`, say`people who stop being admins`],
  promotions: [say`new admin`, say`new admins`],
  adds: [say`addition`, say`additions`],
};
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

/** Reports in English. */
export const english: ReportWords = {
  language: 'en',
  and: [' and ', ' and '],
  number: (count) => say`${count}`,
  day: (day) => spellDay(day, { months, between: ' ' }),
  quote: (text) => say`“${text}”`,
  title: { plan: say`What merging will do`, apply: say`What was done` },
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
    coming: (counts, first) =>
      say`Merging also approves what dates will bring: ${counts}, the first on ${first}.`,
    comingRefused: (count) =>
      say`Of what dates would bring, merging does not approve ${changes(count)}, because something stands in the way.`,
    notAdded: (count, all, who) => {
      if (all === 1) return say`The one person to be added was not added: ${who}.`;
      return count === all
        ? say`None of your ${all} were added: ${who}.`
        : say`${count} of your ${all} ${was(count)} not added: ${who}.`;
    },
    uncertain: (count, all, who) =>
      all === 1
        ? say`It is not certain whether the one person to be added was added: ${who}.`
        : say`For ${count} of your ${all} it is not certain whether they were added: ${who}.`,
    notDone: (count, all) =>
      all === 1
        ? say`The one change did not happen or could not be confirmed.`
        : say`${count} of the ${changes(all)} did not happen or could not be confirmed.`,
    allDone: (count) =>
      count === 1
        ? say`The one approved change is done and checked.`
        : say`All ${count} approved changes are done and checked.`,
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
  counts: {
    add: (count) => many(count, ...nouns.add),
    remove: (count) => many(count, ...nouns.remove),
    promote: (count) => many(count, ...nouns.promote),
    demote: (count) => many(count, ...nouns.demote),
    set: (count) => many(count, ...nouns.set),
  },
  captions: {
    add: (count) => nouns.add[count === 1 ? 0 : 1],
    remove: (count) => nouns.remove[count === 1 ? 0 : 1],
    promote: (count) => nouns.promote[count === 1 ? 0 : 1],
    demote: (count) => nouns.demote[count === 1 ? 0 : 1],
    set: (count) => nouns.set[count === 1 ? 0 : 1],
  },
  people: {
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
    add: ({ names, count }) => say`${names} ${is(count)} not added`,
    remove: ({ names, count }) => say`${names} ${is(count)} not removed`,
    promote: ({ names, count }) =>
      count === 1 ? say`${names} does not become an admin` : say`${names} do not become admins`,
    demote: ({ names, count }) =>
      count === 1 ? say`${names} remains an admin` : say`${names} remain admins`,
  },
  isAdmin: (name) => say`${name} (an admin)`,
  settings: {
    nouns: {
      name: say`the name`,
      topic: say`the description`,
      photo: say`the photo`,
      announce: say`who may send messages`,
      locked: say`who may edit the group`,
      disappearing: say`the time after which messages disappear`,
    },
    notChanged: (all, count) => (count === 1 ? say`${all} stays as it is` : say`${all} stay as they are`),
    name: (before, after) => say`New name: ${after}, instead of ${before}.`,
    topic: {
      first: say`A description, where there was none.`,
      removed: say`No description any more.`,
      differs: say`A new description.`,
    },
    photo: {
      first: say`A photo, where there was none.`,
      removed: say`No photo any more.`,
      differs: say`A new photo.`,
    },
    announce: {
      on: say`From now on only admins may send messages.`,
      off: say`From now on all members may send messages.`,
    },
    locked: {
      on: say`From now on only admins may edit the group’s name, photo and description.`,
      off: say`From now on all members may edit the group’s name, photo and description.`,
    },
    disappearing: (seconds) =>
      seconds === 0
        ? say`New messages no longer disappear.`
        : say`New messages disappear after ${times[seconds] ?? say`${seconds} seconds`}.`,
  },
  results: {
    verified: { word: say`done`, lead: say`Done and checked:` },
    declined: { word: say`to be invited`, lead: say`Please invite:` },
    'not-verified': { word: say`not certain`, lead: say`Not certain whether it happened:` },
    failed: { word: say`failed`, lead: say`Failed:` },
    skipped: { word: say`not done`, lead: say`Not done this time:` },
    refused: { word: say`stopped by a limit`, lead: say`Stopped by a limit:` },
    'not-approved': { word: say`not approved`, lead: say`Not approved, so not done:` },
  },
  causes: {
    declined: say`their own settings let nobody add them, so somebody has to send an invitation`,
    'not-on-whatsapp': say`not found on WhatsApp; please check the number`,
    'gone-from-whatsapp': say`no longer on WhatsApp, so this can be done on a phone only`,
    unreadable: say`the group could not be read`,
    'photo-unread': say`it was sent, but the photo could not be read again; the next run looks again`,
    incomplete: say`it was sent, but not everybody in the group could be read again; the next run looks again`,
    uncounted: say`it was sent, and the list does not have them any more, but WhatsApp did not say how many people the group has; please look on a phone`,
    'perhaps-hidden': say`somebody in the group hides their number and could be the same person; the next run looks again`,
    'no-answer': say`no clear answer came, and the group does not show it so far; the next run looks again`,
    'without-effect': say`WhatsApp said yes, but the group does not show it; the next run looks again`,
    'one-of-several': say`some of those who were added together did not want it, and WhatsApp does not say who`,
    rejected: say`WhatsApp did not accept it; the log of the run says more`,
    'gave-up': say`WhatsApp did not accept others in this group, so this was not tried; the log of the run says more`,
    needs: say`something else had to happen first and did not`,
    pace: say`enough was done for today; the next run goes on`,
    'line-lost': say`the connection was lost at that very moment; the next run looks again`,
    stopped: say`the run ended before its turn came`,
    interrupted: say`the run ended before its turn came`,
    'not-reached': say`the run ended before its turn came`,
    'under-way': say`it was on its way at that moment, and may or may not have happened`,
    limit: say`by now a limit stops it`,
    'left-alone': say`by now it is no longer needed or not possible`,
    'not-due': say`by now it is no longer needed or not possible`,
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'unlisted') return say`not in the list`;
    if (reason === 'ended') return say`the last day was ${day}`;
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
  origins: {
    'pull-request': say`this pull request`,
    phone: say`changed on a phone, or never approved`,
    date: say`a date has passed`,
    'earlier-merge': say`waiting since an earlier merge`,
  },
  leftAlone: {
    'not-admin': say`the account that Rollcall uses is not an admin of this group; somebody has to make it one`,
    suspended: say`WhatsApp has suspended this group; please look on a phone what it wants`,
    community: say`WhatsApp does not allow this in a community or its announcement group`,
    'frozen-topic': say`WhatsApp refuses every new description in this group, even from a phone`,
    'name-too-long': say`it is too long to be sent; shorten it, or set it on a phone`,
    owner: say`whoever created a group is never touched by Rollcall; put them on the list, or see on a phone what can be done`,
    'protected-number': say`this was the number of somebody whom the rules of this organisation protect; if it is no longer theirs, please remove it on a phone`,
    protected: say`the rules of this organisation protect them`,
    admin: say`admins are not removed in this group`,
    incomplete: say`WhatsApp gave an incomplete list of people, so nobody is touched; run it again later`,
    undated: say`WhatsApp does not say when this group was made, so perhaps it shows only a part of it; somebody can be added on a phone`,
    vanished: say`WhatsApp leaves out many who were in the group, so nobody is touched until a run a day later finds the same`,
    unidentified: say`WhatsApp hides the number, so it is not known who this is`,
    'perhaps-hidden': (_, { asked }) => {
      const hides = say`somebody in the group hides their number and could be the same person`;
      if (asked === 'not-yet')
        return say`${hides}; WhatsApp is asked about few people at a time, and the next run asks about more`;
      if (asked === 'spent') return say`${hides}; no more questions may be asked today`;
      if (asked === 'not-found')
        return say`${hides}; the number in the list was not found on WhatsApp, so please check it`;
      return say`${hides}; please find out`;
    },
    'perhaps-listed': say`perhaps somebody in the list, whose number WhatsApp hides; please find out`,
    'number-changed': (_, { other, line, isLoss }) => {
      const write = line
        ? say`; the line in the list of people has to become ${line}`
        : say`; please correct the number in the list`;
      if (isLoss) return say`this is ${other ?? say`somebody in the list`} with a new number${write}`;
      return other
        ? say`still in the group, with a new number: ${other}${write}`
        : say`still in the group, with a new number that WhatsApp hides; please ask for it and correct the list`;
    },
    'other-account': say`this number belonged to another WhatsApp account before; please find out whose it is now`,
    unconfirmed: say`WhatsApp hides the number, and nobody has asked again yet who this is; the next run asks`,
    'perhaps-same': (_, { other }) =>
      say`perhaps the same person as ${other ?? say`somebody else`}, whose number is nearly the same; please correct the list, or take one of them out on a phone`,
    'perhaps-typo': (_, { other }) =>
      say`perhaps ${other ?? say`somebody in the list`}, whose number in the list is nearly the same and not on WhatsApp; please check it`,
    ambiguous: say`they cannot be told apart; please look on a phone`,
    'by-invite': say`by invitation only; please send the link`,
    tried: (count) =>
      say`${was(count)} added before without effect, and WhatsApp does not say why; somebody has to send the invite link`,
    refused: say`WhatsApp did not accept it last time; it is tried again after some days, or somebody does it on a phone`,
    declined: (count) =>
      say`did not want to be added, or ${was(count)} invited already; asked again after 30 days`,
    'not-on-whatsapp': say`not found on WhatsApp; please check the number`,
    left: (count) => say`${was(count)} in the group and ${count === 1 ? say`has` : say`have`} left`,
    full: say`the group is full: 1,024 is the most that WhatsApp allows`,
    'no-memory': say`the record of earlier runs is missing, so nobody is touched`,
    'photo-hidden': say`WhatsApp does not show the photo of this group to the account that Rollcall uses`,
    'photo-untold': say`whether this community has no photo or hides it cannot be told, so it is not touched; set it on a phone`,
    'photo-unread': say`the photo could not be read this time; run it again later`,
    additive: say`nobody is removed from this group, and admins stay admins`,
    observe: say`this group is only watched`,
    'not-approved': say`nobody approved it; please have it reviewed`,
    'earlier-plan': say`approved earlier; the next run without a plan does it`,
  },
  since: (day, reason) => {
    if (reason === 'left') return say`last seen there on ${day}`;
    if (reason === 'refused') return say`tried on ${day}`;
    return reason === 'tried' ? say`added on ${day}` : say`asked on ${day}`;
  },
  hiddenMember: say`a member with a hidden number`,
  somebody: say`somebody`,
  ambiguous: say`two members`,
  unreadable: {
    'not-in-group': say`The account that Rollcall uses is not in this group: somebody has to add it, or take the file away.`,
    'no-such-group': say`This group no longer exists: correct the file, or take it away.`,
    failed: say`The group could not be read, so nothing is done here.`,
  },
  refusal: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`The file ${file} now points to another group, with a list that was another group’s before.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`No admin` : say`Only ${many(count, say`admin`, say`admins`)}`} would be left, and at least ${allowed} must stay.`;
    if (limit === 'emptied')
      return say`${people(count)} would be removed, because the list names nobody any more, or nobody who is in the group.`;
    const what = many(count, ...(limits[limit] ?? [say`change`, say`changes`]));
    if (scope === 'group') return say`In this group there would be ${what}; the limit is ${allowed}.`;
    const before = earlier > 0 ? say`, counting the ${earlier} of the last 24 hours` : say``;
    if (limit === 'removals' || limit === 'adds') {
      const happens = limit === 'removals' ? say`be removed` : say`be added`;
      return say`In all groups together ${people(count)} would ${happens} within 24 hours${before}; the limit is ${allowed}.`;
    }
    return say`In all groups together there would be ${what} within 24 hours${before}; the limit is ${allowed}.`;
  },
  refusalAdvice: {
    group: say`Nothing is done in this group. Change less at once; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    run: ({ count }, room, rule) =>
      say`Merging does none of these. Merge ${room > 0 ? say`at most ${room} now and the rest` : say`them`} 24 hours later; or, if this is what you want, have a pull request of its own raise the limit (${rule} in the file _policy.yaml) to ${count} first; or a group’s file can allow it once, with a reason and a last day.`,
    admins: say`Nothing is done in this group. Name another admin, or keep one.`,
    emptied: say`Nothing is done in this group. List whoever is to stay; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    coming: say`Merging does not approve what the dates of that day bring; everything else goes on. Let fewer end on one day; or, if this is what you want, the group’s file can allow it once, with a reason and a last day.`,
    'id-edited': say`Nothing is done, because the people of one group would be put into another. Another group gets a file of its own; where the old group is over, its file is deleted in a pull request before.`,
  },
  notices: {
    'lid-known': (name) => say`A hidden number turned out to be ${name}: the file can name them now.`,
    'allow-expired': () => say`The file’s permission to go past a limit has expired and can be taken out.`,
    'allow-used-up': () => say`The file’s permission to go past a limit is used up and can be taken out.`,
  },
  lifted: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`at most ${number} until ${until}, because: ${reason}.`;
    if (limit === 'emptied')
      return say`A limit is lifted here: ${people(count)} would be removed, and nobody on the list would be in the group. The group’s file allows it: ${end}`;
    const [one, more] = limits[limit] ?? [say`change`, say`changes`];
    return scope === 'group'
      ? say`A limit is lifted here: there are ${many(count, one, more)}, and the limit is ${usual}. The group’s file allows it: ${end}`
      : say`A limit is lifted here: all groups together have ${many(count, one, more)}, the limit is ${usual}, and this group does not count. Its file allows it: ${end}`;
  },
  scheduled: {
    add: (name, group, on) => say`${on}: ${name} is added to ${group}`,
    remove: (name, group, on) => say`${on}: ${name} is removed from ${group}`,
    promote: (name, group, on) => say`${on}: ${name} becomes an admin of ${group}`,
    demote: (name, group, on) => say`${on}: ${name} is no longer an admin of ${group}`,
  },
  coming: {
    refused: (reason) => say`not approved: ${reason}`,
    obstacle: (reason) => say`at the moment: ${reason}`,
    unreadable: say`the group could not be read; the next plan lists it again`,
    before: say`was in the files before, and nobody has approved it yet`,
  },
  stopped: {
    deleted: (name) =>
      say`${name} is no longer looked after: its file is deleted. The group itself stays as it is.`,
    ignored: (name) =>
      say`${name} is no longer looked after: its file was renamed. The group itself stays as it is.`,
    'id-edited': (name) => say`The file of ${name} now points to another group.`,
  },
  arrived: {
    'new-file': (name) =>
      say`${name} is new here: its file is new, and all that happens in this group comes with this pull request.`,
    'first-id': (name) =>
      say`${name} is new here: its file did not say before which group it is for, and all that happens in this group comes with this pull request.`,
  },
  relaxed: {
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
  unread: {
    policy: (file) =>
      say`Before this pull request the file with the rules (${file}) was missing or had mistakes. So the stricter ones of today’s limits, the usual ones and those that can be read count, it is not certain who was protected, and everything counts as this pull request’s.`,
    protected: (file) =>
      say`It is not certain who was protected before this pull request (${file}): please look closely at who leaves or is no longer an admin.`,
    people: (file) =>
      say`Before this pull request the file with the people (${file}) had mistakes. So nobody can tell whether somebody else’s number was put behind a name: please compare the numbers. All that happens to people counts as this pull request’s.`,
    group: (file) =>
      say`Before this pull request the file ${file} had mistakes: all that happens in its group counts as this pull request’s.`,
    id: (file) =>
      say`Before this pull request the file ${file} had mistakes, and nobody can tell which group it was for: please check that it is the same. All that happens in its group counts as this pull request’s.`,
    photo: (file) =>
      say`Before this pull request the photo of the file ${file} could not be read: its change counts as this pull request’s.`,
  },
  newNumber: (name, [before, after], all, adminIn) =>
    say`The number of ${name} changes from ${before} to ${after}: whoever has the new number belongs in ${groups(all)}${adminIn === 0 ? say`` : say`, and is an admin in ${adminIn}`}.`,
  notes: {
    sandbox: say`This is a rehearsal: nothing of it touches WhatsApp.`,
    noMemory: say`No record of earlier runs is kept: whoever is missing is added, also those who left on their own.`,
    badMemory: say`The record of earlier runs is missing or damaged, so nobody is added, removed, promoted or demoted.`,
    elsewhere: (count) => say`${groups(count)} of other accounts ${was(count)} not looked at.`,
    paceHeld: say`The policy allows a faster pace by now. So that WhatsApp does not block the account, it counts 24 hours after the first run that saw it.`,
    days: (days) =>
      say`Adding everybody takes about ${many(days, say`day`, say`days`)}, so that WhatsApp does not block the account.`,
    interrupted: say`The run was interrupted: what was on its way was checked, the rest was not begun.`,
    paceSpent: say`Enough was done for one day; the rest is left for the next run.`,
    resumes: (time) => say`The next run can go on after ${time}.`,
    stops: {
      'rate-limited': say`WhatsApp asked the account to slow down, so the run stopped at once.`,
      'session-lost': say`The account was logged out of WhatsApp, so the run stopped at once: please look at the phone.`,
      unreachable: say`The server could not be reached any more, so the run stopped.`,
      'no-answers': say`The server stopped answering, so the run stopped: somebody has to look at it.`,
      'no-storage': say`The record of this run could not be saved, so the run stopped: somebody has to see to the disk.`,
    },
  },
  headings: {
    groups: say`Group by group`,
    others: say`Not from this pull request`,
    othersLead: say`Merging carries this out as well, though this pull request did not cause it:`,
    leftAlone: say`Left alone, and why`,
    needHuman: say`For somebody to look at`,
    onPurpose: say`As it is meant`,
    people: say`People in several groups`,
    peopleLead: say`Everybody to whom something happens in more than one group.`,
    dates: say`Coming dates`,
    datesLead: say`Merging approves this, unless it says otherwise, and it is done on its day:`,
    approvedDates: say`Coming dates that are approved already`,
    waiting: say`Approved, and not done yet`,
    toCreate: say`Groups that do not exist yet`,
    pullRequest: say`Before anything else`,
    notes: say`Good to know`,
    details: (count) => say`${changes(count)} in detail`,
    groupCount: groups,
    due: say`Will be done:`,
    columns: {
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
    noPicture: say`no picture to show`,
    photoOf: {
      before: (group) => say`Photo of ${group} before`,
      after: (group) => say`Photo of ${group} after`,
    },
    risk: {
      high: say`removes people or makes admins`,
      medium: say`takes the admin role away`,
      low: say`no removals, no new admins`,
      refused: say`a limit stops changes`,
      trouble: say`not everything was done`,
      done: say`everything is done`,
    },
    inSync: (count) => say`${groups(count)} ${count === 1 ? say`is` : say`are`} already as the files say.`,
    cut: (count, risky) =>
      say`Cut here, because this text may not be longer: ${many(count, say`more group`, say`more groups`)} with changes, ${risky} of them with people who are removed or become admins. The other reports show all of them.`,
    tableCut: say`The table is left out here, because this text may not be longer. The other reports have it.`,
    morePeople: (count) => say`${count} more`,
    moreLines: (count) => say`… ${many(count, say`more line`, say`more lines`)}`,
    moreItems: (count) => say`… and ${count} more`,
    skip: say`Skip to the groups`,
    account: (name) => say`Account: ${name}`,
  },
};
