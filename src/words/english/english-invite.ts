import { keptFor, messageRest, toDays, toHours } from '../../domain/patience.ts';
import type { InviteWords } from '../invite-words.ts';
import { people, say } from './english-forms.ts';

/** What `invite` says in English. */
export const englishInvite: InviteWords = {
  letter: {
    invited: (group) => say`You are invited to the WhatsApp group ${group}.`,
    asks: say`The people who look after this group are asking. You need not join, and you need not answer.`,
    open: say`If you would like to join, open this link:`,
    knock: say`If you would like to join, open this link and ask to be let in. One of the admins will say yes:`,
  },
  sheet: {
    title: (group) => say`Join our WhatsApp group ${group}`,
    scan: say`Point the camera of your phone at this square, and open what it shows.`,
    square: say`QR code with the link to the group`,
    address: say`Or type this address into the browser of your phone:`,
    open: say`WhatsApp shows the name of the group. Tap “Join group”, and you are in.`,
    knock: say`WhatsApp shows the name of the group. Ask to join; one of the admins lets you in, which may take a day.`,
    care: say`Whoever has this sheet has the link. Put it up only where those see it who belong to the group, and take it down afterwards.`,
    written: (file) =>
      say`Written: ${file}. It holds the group's link: print it, then delete it. Nobody but you can read the file.`,
  },
  headings: {
    link: say`Link`,
    text: say`Text to copy`,
    people: (count) => say`To invite: ${people(count)}`,
    hindered: say`Not written to`,
  },
  secret: {
    open: say`Whoever has this link joins at once, whoever they are: give it only to those who belong here.`,
    knock: say`Whoever has this link can ask to join: give it only to those who belong here.`,
  },
  sandbox: say`Sandbox: this link leads nowhere, and nobody gets a message.`,
  narrow: (columns) =>
    say`The QR code needs ${columns} columns: make the window wider, or write a page with --file.`,
  nobody: say`Nobody is to be invited now, by the plan.`,
  there: (who) => say`${who} is in the group already.`,
  knocks: (who) => say`${who} has asked to join: the next apply lets them in once that is approved.`,
  notListed: (who, file) => say`${who} is not wanted in this group today by ${file}: list them there first.`,
  hindrances: {
    kept: () => say`an account of the policy`,
    'not-on-whatsapp': () => say`their number was not on WhatsApp when it was last looked up`,
    'not-approved': () =>
      say`no approved plan says that they belong here: approve one with apply plan.json, then run this again`,
    invited: (day) =>
      say`was sent this link on ${day}, or may have been; nobody gets it twice within ${toDays(keptFor.invited)} days`,
    'written-to': (day) =>
      say`was sent the link of another group on ${day}, or may have been; nobody gets two messages within ${toHours(messageRest)} hours`,
  },
  groupHindrances: {
    'no-memory': () =>
      say`Nothing is sent without a memory, which knows who was written to: set state: in the policy, or give --state.`,
    unusable: (text) => say`Nothing is sent without a memory that can be used. ${text}`,
    held: (time) =>
      say`WhatsApp has told this account to stop, or the session was lost: nothing is sent before ${time}.`,
    'no-approval': () =>
      say`Nothing is sent: whoever has the link of this group joins at once. Turn on “Approve new members” in the group's settings on a phone, then run this again.`,
  },
  toAsk: (count) =>
    say`The text above can be sent to ${people(count)} from the account. You are asked about each of them.`,
  paceSpent: (count, time) =>
    say`The day's messages are spent: ${people(count)} can be written to after ${time}.`,
  question: (who) => say`Write to ${who}? y: yes, a: this one and all that follow, Enter: no`,
  answers: { yes: 'y', all: 'a' },
  chosen: (count) => say`Writing to ${people(count)}, with pauses.`,
  nobodyChosen: say`Nothing was sent.`,
  results: {
    sent: say`sent`,
    unknown: say`may have been sent: there was no clear answer, so it counts as sent`,
    'not-on-whatsapp': say`not sent: the number is not on WhatsApp`,
    refused: say`not sent`,
    'not-due': say`not sent: needs no invitation any more`,
  },
  endings: {
    pace: say`The day's messages or look-ups are spent.`,
    'no-approval': say`Whoever has the link joins at once by now, so nothing more is sent.`,
    unread: say`The group could not be read again, so nothing more is sent.`,
    refused: say`WhatsApp refused a message, so nothing more is sent.`,
    limited: say`WhatsApp limits this account, so nothing more is sent.`,
    stopped: say`Nothing more is sent.`,
    interrupted: say`Interrupted: nothing more is sent.`,
  },
  summary: (sent, unknown, rest) =>
    say`Invitations: ${sent} sent, ${unknown} without a clear answer, ${rest} not sent.`,
};
