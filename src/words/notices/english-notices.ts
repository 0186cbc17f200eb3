import { keptFor, toDays, toHours } from '../../domain/patience.ts';
import { many, say } from '../english/english-forms.ts';
import type { NoticeWords } from './notice-words.ts';

const titles = {
  drift: say`Rollcall: groups are not as their files say`,
  apply: say`Rollcall: not everything was done`,
  ended: say`Rollcall: a run ended early`,
} as const;

/** What a message to the admins says in English. */
export const englishNotices: NoticeWords = {
  title: (about, account) => (account === '' ? titles[about] : say`${titles[about]} (${account})`),
  rehearsal: (title) => say`Rehearsal, nobody's groups. ${title}`,
  run: {
    'rate-limited': say`WhatsApp limits the account: it has to rest.`,
    'session-lost': say`The account is not logged in any more: log in again on the server.`,
    unreachable: say`The server could not be reached.`,
    'no-answers': say`The server did not answer any more.`,
    'no-storage': say`The memory could not be written to.`,
    interrupted: say`The run was interrupted.`,
    memory: say`The memory cannot be used, so nobody is added, removed, promoted or demoted.`,
    unexpected: say`The plan was not the one that was approved, so nothing was done.`,
    refused: say`A limit of the whole run refuses changes.`,
    ended: say`The run ended before it could tell what it did.`,
    mistakes: say`The files have mistakes, so nothing was done.`,
  },
  group: {
    failed: (count) => say`${count} failed`,
    notVerified: (count) => say`${count} not proved`,
    refused: (count) => say`${count} refused by a limit`,
    differs: (count) => many(count, say`difference`, say`differences`),
    needHuman: (count) => say`${count} for a person to look at`,
    declined: (count) => say`${count} to invite by the link`,
    unreadable: () => say`could not be read`,
    notMade: () => say`could not be made`,
  },
  more: (count) => say`And ${many(count, say`more group`, say`more groups`)}.`,
  advice: {
    drift: say`What to do: look at the plan. What was meant goes into the files, what was not is undone by an apply that somebody approves.`,
    apply: say`What to do: look at the report. What is approved and not done is tried again by the next apply.`,
    ended: say`What to do: look at the run; its log says why.`,
  },
  nothing: say`Nothing to tell: nobody gets a message.`,
  noReport: say`There is no report, and the run was fine or is to be run again: nobody gets a message.`,
  channels: { webhook: say`the webhook`, mail: say`mail`, group: say`the WhatsApp group of the admins` },
  sent: (channel) => say`Sent: ${channel}.`,
  told: (channel) =>
    say`Nothing new: told by ${channel} less than ${toDays(keptFor.told)} days ago, and still the same.`,
  spent: (channel, perDay) =>
    say`Not sent: ${channel} has had its ${many(perDay, say`message`, say`messages`)} of ${toHours(keptFor.spent)} hours. The next run tells it.`,
  failed: (channel, why) => say`Not sent: ${channel}: ${why}`,
  wouldSend: (channel) => say`Would be sent: ${channel}.`,
};
