import type { Inline } from './inline.ts';
import { say } from './inline.ts';
import type { ReportWords } from './report-words.ts';

const many = (count: number, one: Inline, more: Inline): Inline => say`${count} ${count === 1 ? one : more}`;
const groups = (count: number) => many(count, say`group`, say`groups`);
const people = (count: number) => many(count, say`person`, say`people`);
const changes = (count: number) => many(count, say`change`, say`changes`);
const is = (count: number) => (count === 1 ? say`is` : say`are`);
const was = (count: number) => (count === 1 ? say`was` : say`were`);
const times: Readonly<Record<number, Inline>> = {
  86400: say`24 hours`,
  604800: say`7 days`,
  7776000: say`90 days`,
};
const limits: Readonly<Record<string, Inline>> = {
  removals: say`removals`,
  demotions: say`people who stop being an admin`,
  promotions: say`new admins`,
  adds: say`people who join`,
};

/** Reports in English. */
export const english: ReportWords = {
  language: 'en',
  and: 'and',
  quote: (text) => say`“${text}”`,
  title: { plan: say`What merging will do`, apply: say`What was done` },
  headline: {
    merging: (removed, promoted) => {
      const first = removed ? say`removes people from ${removed}` : say`removes nobody`;
      if (promoted)
        return say`Merging ${first} ${removed ? say`and` : say`but`} makes new admins in ${promoted}.`;
      return say`Merging ${first} and makes nobody an admin.`;
    },
    nothing: say`Merging changes nothing: nobody is removed and nobody becomes an admin.`,
    total: (counts, some, all) => say`In all: ${counts}, in ${some} of ${groups(all)}.`,
    stopped: (count) => say`A limit stops ${changes(count)}: merging does not carry them out.`,
    notAdded: (count, all, who) =>
      say`${count} of your ${all} ${count === 1 ? say`was` : say`were`} not added: ${who}.`,
    uncertain: (count, all, who) =>
      say`For ${count} of your ${all} it is not certain whether they were added: ${who}.`,
    notDone: (count, all) => say`${count} of the ${changes(all)} did not happen or could not be confirmed.`,
    allDone: (count) =>
      count === 1
        ? say`The one approved change is done and checked.`
        : say`All ${count} approved changes are done and checked.`,
    nothingApproved: say`Nothing was due and approved, so nothing was done.`,
    done: (removed, promoted) => {
      if (removed && promoted)
        return say`People were removed from ${removed}; there are new admins in ${promoted}.`;
      if (removed) return say`People were removed from ${removed}; nobody became an admin.`;
      return promoted
        ? say`Nobody was removed; there are new admins in ${promoted}.`
        : say`Nobody was removed and nobody became an admin.`;
    },
    notApproved: (count) =>
      say`${changes(count)} ${was(count)} left alone because nobody approved ${count === 1 ? say`it` : say`them`}.`,
    moreGroups: (count, number) => say`${many(count, say`more group`, say`more groups`)} (${number})`,
    morePeople: (count) => say`${count} more`,
  },
  counts: {
    add: (count) => say`${count} to join`,
    remove: (count) => say`${count} to leave`,
    promote: (count) => many(count, say`new admin`, say`new admins`),
    demote: (count) => say`${count} no longer admin`,
    set: (count) => many(count, say`other change`, say`other changes`),
  },
  captions: {
    add: say`join`,
    remove: say`leave`,
    promote: say`become admin`,
    demote: say`no longer admin`,
    set: say`other changes`,
  },
  people: {
    add: ({ names, count }) => say`${names} ${count === 1 ? say`joins` : say`join`}.`,
    remove: ({ names, count }) => say`${names} ${is(count)} removed.`,
    promote: ({ names, count }) =>
      count === 1 ? say`${names} becomes an admin.` : say`${names} become admins.`,
    demote: ({ names, count }) =>
      count === 1
        ? say`${names} stays, but is no longer an admin.`
        : say`${names} stay, but are no longer admins.`,
  },
  notDone: {
    add: ({ names, count }) => say`${names} ${is(count)} not added`,
    remove: ({ names, count }) => say`${names} ${is(count)} not removed`,
    promote: ({ names, count }) => say`${names} ${count === 1 ? say`does` : say`do`} not become admin`,
    demote: ({ names, count }) => say`${names} ${count === 1 ? say`remains` : say`remain`} admin`,
  },
  isAdmin: (name) => say`${name} (an admin)`,
  settings: {
    nouns: {
      name: say`the name`,
      topic: say`the description`,
      photo: say`the photo`,
      announce: say`who may post`,
      locked: say`who may edit the group`,
      disappearing: say`disappearing messages`,
    },
    notChanged: (nouns) => say`Not changed: ${nouns}`,
    name: (before, after) => say`The name changes from ${before} to ${after}.`,
    topic: {
      first: say`The group gets a description.`,
      removed: say`The description goes away.`,
      differs: say`The description changes.`,
    },
    photo: {
      first: say`The group gets a photo.`,
      removed: say`The photo goes away.`,
      differs: say`The photo changes.`,
    },
    announce: { on: say`From now on only admins may post.`, off: say`From now on everybody may post.` },
    locked: {
      on: say`From now on only admins may edit the group’s name, photo and description.`,
      off: say`From now on everybody may edit the group’s name, photo and description.`,
    },
    disappearing: (seconds) =>
      seconds === 0
        ? say`New messages no longer disappear.`
        : say`New messages disappear after ${times[seconds] ?? say`${seconds} seconds`}.`,
  },
  results: {
    verified: { word: say`done`, lead: say`Done and checked:` },
    declined: { word: say`to be invited`, lead: say`Please invite:` },
    'not-verified': { word: say`not certain`, lead: say`Not certain:` },
    failed: { word: say`failed`, lead: say`Failed:` },
    skipped: { word: say`not done`, lead: say`Not done this time:` },
    refused: { word: say`stopped by a limit`, lead: say`Stopped by a limit:` },
    'not-approved': { word: say`not approved`, lead: say`Not approved, so not done:` },
  },
  causes: {
    declined: say`their own settings let nobody add them, so somebody has to send them an invitation`,
    'not-on-whatsapp': say`the number is not on WhatsApp: please check it`,
    'gone-from-whatsapp': say`the number is no longer on WhatsApp: please remove it by phone`,
    unreadable: say`the group could not be read again`,
    'photo-unread': say`the photo could not be read again; the next run looks again`,
    incomplete: say`the people in the group could not all be read again; the next run looks again`,
    'perhaps-hidden': say`somebody in the group hides their number and may be this person; the next run looks again`,
    'no-answer': say`there was no clear answer; the next run looks again`,
    'without-effect': say`WhatsApp said yes, but the group does not show it; the next run looks again`,
    'one-of-several': say`some of those who were added together did not want it, and WhatsApp does not say who`,
    rejected: say`WhatsApp did not accept it; the log of the run says more`,
    'gave-up': say`WhatsApp did not accept others in this group, so this was not tried; the log of the run says more`,
    needs: say`something else had to happen first and did not`,
    pace: say`enough was done for today; the next run goes on`,
    stopped: say`the run ended before`,
    interrupted: say`the run ended before`,
    'not-reached': say`the run ended before`,
    'under-way': say`the run was at this group: it may or may not have happened`,
    limit: say`by now a limit stops it`,
    'left-alone': say`by now it is no longer needed or not possible`,
    'not-due': say`by now it is no longer needed or not possible`,
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'unlisted') return say`not in the list`;
    if (reason === 'ended') return say`the last day was ${day}`;
    if (reason === 'readd') return say`had left, and is put back once`;
    return reason === 'listed' && ways !== '' ? ways : say`the file says so`;
  },
  team: (name) => say`team ${name}`,
  line: (number) => say`line ${number}`,
  once: {
    add: (name) => say`once ${name} has joined`,
    promote: (name) => say`once ${name} is an admin`,
    demote: (name) => say`once ${name} is no longer an admin`,
    remove: (name) => say`once ${name} has left`,
  },
  origins: {
    'pull-request': say`this pull request`,
    phone: say`changed on a phone`,
    date: say`a date has passed`,
    'earlier-merge': say`waiting since an earlier merge`,
  },
  leftAlone: {
    'not-admin': say`the account is not an admin of this group: somebody has to make it one`,
    suspended: say`WhatsApp has suspended this group: look on the phone what it wants`,
    community: say`WhatsApp does not allow this in a community or its announcement group`,
    'frozen-topic': say`WhatsApp refuses every new description in this group`,
    'name-too-long': say`the name is too long to be sent: shorten it, or set it on a phone`,
    owner: say`whoever created the group always stays, and stays an admin`,
    protected: say`the rules of this organisation protect them`,
    admin: say`admins are not removed in this group`,
    incomplete: say`WhatsApp gave an incomplete list of people, so nobody is touched: run it again later`,
    unidentified: say`WhatsApp hides the number, so nobody knows who this is`,
    'perhaps-hidden': say`somebody in the group hides their number and may be this person: please find out`,
    'perhaps-listed': say`may be somebody of the list under another number: please find out`,
    ambiguous: say`two members cannot be told apart: please look on a phone`,
    'by-invite': say`joins by invitation only: please send the link`,
    tried: say`was added before without effect, and WhatsApp does not say why; somebody has to send the invite link`,
    declined: say`did not want to be added, or was invited already; asked again after 30 days`,
    'not-on-whatsapp': say`the number is not on WhatsApp: please check it`,
    left: say`was in the group and has left`,
    full: say`the group is full: 1,024 is the most that WhatsApp allows`,
    'no-memory': say`the record of earlier runs is missing, so nobody is touched`,
    'photo-hidden': say`WhatsApp does not show the photo of this group to the account`,
    'photo-unread': say`the photo could not be read this time: run it again later`,
    additive: say`nobody is taken out of this group`,
    observe: say`this group is only watched`,
    'not-approved': say`nobody approved it: have it reviewed`,
  },
  since: (day) => say`since ${day as Inline}`,
  hiddenMember: say`a member with a hidden number`,
  somebody: say`somebody`,
  ambiguous: say`two members`,
  unreadable: {
    'not-in-group': say`The account is not in this group: somebody has to add it, or take the file away.`,
    'no-such-group': say`This group no longer exists: correct the file, or take it away.`,
    failed: say`The group could not be read, so nothing is done here.`,
  },
  refusal: ({ limit, scope, count, allowed }, file) => {
    if (limit === 'id-edited') return say`The file ${file} now points to another group than before.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`No admin` : say`Only ${many(count, say`admin`, say`admins`)}`} would be left, and at least ${allowed} must stay.`;
    if (limit === 'emptied')
      return say`Everybody (${people(count)}) would be removed, because the list is empty.`;
    return say`${count} ${limits[limit] ?? say`changes`} ${scope === 'run' ? say`in all groups together` : say`in this group`}, and the limit is ${allowed}.`;
  },
  refusalAdvice: {
    group: say`Nothing is done in this group. Make it fewer; or, if it is meant, the file can allow it once, with a reason and a last day.`,
    run: say`None of these are done. Merge in smaller parts; or, where a group means it, its file can allow it once, with a reason and a last day.`,
    admins: say`Nothing is done in this group. Name another admin, or keep one.`,
    'id-edited': say`Nothing is done, because the people of one group would be put into another. Another group gets a file of its own.`,
  },
  notices: {
    'lid-known': (name) => say`A hidden number turned out to be ${name}: the file can name them now.`,
    'allow-expired': () => say`The file’s permission to go past a limit has expired and can be taken out.`,
    'allow-used-up': () => say`The file’s permission to go past a limit is used up and can be taken out.`,
  },
  scheduled: {
    add: (name, group, on) => say`${on}: ${name} joins ${group}`,
    remove: (name, group, on) => say`${on}: ${name} leaves ${group}`,
    promote: (name, group, on) => say`${on}: ${name} becomes an admin of ${group}`,
    demote: (name, group, on) => say`${on}: ${name} is no longer an admin of ${group}`,
  },
  stopped: {
    deleted: (name) =>
      say`${name} is no longer looked after: its file is deleted. The group itself stays as it is.`,
    ignored: (name) =>
      say`${name} is no longer looked after: its file was renamed. The group itself stays as it is.`,
    'id-edited': (name) => say`The file of ${name} now points to another group.`,
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
    say`The number of ${name} changes from ${before} to ${after}: whoever has the new number gets into ${groups(all)}, and is an admin in ${adminIn}.`,
  notes: {
    sandbox: say`This is a rehearsal: nothing of it touches WhatsApp.`,
    noMemory: say`No record of earlier runs is kept: whoever is missing is added, also those who left on their own.`,
    badMemory: say`The record of earlier runs is missing or damaged, so nobody is added, removed, promoted or demoted.`,
    elsewhere: (count) => say`${groups(count)} of other accounts ${was(count)} not looked at.`,
    days: (days) =>
      say`Adding everybody takes about ${many(days, say`day`, say`days`)}, so that WhatsApp does not block the account.`,
    interrupted: say`The run was interrupted: what was on its way was checked, the rest was not begun.`,
    paceSpent: say`Enough was done for one day; the rest is left for the next run.`,
    resumes: (time) => say`The next run can go on after ${time}.`,
    stops: {
      'rate-limited': say`WhatsApp asked the account to slow down, so the run stopped at once.`,
      'session-lost': say`The account was logged out of WhatsApp, so the run stopped at once: please look at the phone.`,
      unreachable: say`The server could not be reached any more, so the run stopped.`,
    },
  },
  headings: {
    groups: say`Group by group`,
    others: say`Not from this pull request`,
    othersLead: say`Due as well, though this pull request did not cause it:`,
    leftAlone: say`Left alone, and why`,
    needHuman: say`Somebody is needed`,
    onPurpose: say`As it is meant`,
    people: say`People in several groups`,
    peopleLead: say`Everybody to whom something happens in more than one group.`,
    dates: say`Coming dates`,
    toCreate: say`Groups that do not exist yet`,
    pullRequest: say`Before anything else`,
    notes: say`Good to know`,
    details: (count) => say`${changes(count)} in detail`,
    columns: {
      happens: say`What happens`,
      why: say`Why`,
      outcome: say`Outcome`,
      joins: say`Joins`,
      leaves: say`Leaves`,
      admin: say`Becomes admin`,
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
      high: say`removes or promotes`,
      medium: say`takes the admin role`,
      low: say`small changes`,
      refused: say`stopped by a limit`,
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
