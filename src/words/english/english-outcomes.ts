import type { ReasonWords } from '../reason-words.ts';
import { say } from './english-forms.ts';

const causes: ReasonWords['causes'] = {
  declined: {
    report: say`their own settings let nobody add them, so somebody has to send an invitation`,
    terminal: say`their own settings allow joining only by invitation`,
  },
  unreadable: {
    report: say`the group could not be read`,
    terminal: ({ result, text }) =>
      result === 'not-verified'
        ? say`it was sent, but the group could not be read again: ${text}`
        : say`nothing was sent, since the group could not be read: ${text}`,
  },
  'link-unread': {
    report: say`the invite link could not be read`,
    terminal: say`the invite link could not be read`,
  },
  'photo-unread': {
    report: say`it was sent, but the photo could not be read again; the next run looks again`,
    terminal: say`it was sent, but the photo could not be read again`,
  },
  incomplete: {
    report: say`it was sent, but not everybody in the group could be read again; the next run looks again`,
    terminal: say`it was sent, but the people could not all be read again`,
  },
  uncounted: {
    report: say`it was sent, and the list does not have them any more, but WhatsApp did not say how many people the group has; please look on a phone`,
    terminal: say`it was sent, and the list does not have them any more; but WhatsApp did not say how many people the group has, so that the list may lack them: look on a phone`,
  },
  'perhaps-hidden': {
    report: say`somebody in the group hides their number and could be the same person; the next run looks again`,
    terminal: say`a member without a number may be this person`,
  },
  'no-answer': {
    report: say`no clear answer came, and the group does not show it so far; the next run looks again`,
    terminal: ({ text }) => say`no clear answer (${text}), and it has not happened so far`,
  },
  'without-effect': {
    report: say`WhatsApp said yes, but the group does not show it; the next run looks again`,
    terminal: say`GOWA reported success, but the group does not show it`,
  },
  'not-let-in': {
    report: say`WhatsApp did not let them in; the next run looks again`,
    terminal: ({ text }) => say`they asked to join, and WhatsApp did not let them in: ${text}`,
  },
  'asks-no-more': {
    report: say`by then they did not ask any more`,
    terminal: say`they do not ask to join any more`,
  },
  'one-of-several': {
    report: say`some of those who were added together did not want it, and WhatsApp does not say who`,
    terminal: ({ refused, among }) =>
      say`WhatsApp refused ${refused} of these ${among} by their own settings`,
  },
  'under-way': {
    report: say`it was on its way at that moment, and may or may not have happened`,
    terminal: say`it was on its way: it may or may not have happened`,
  },
  'not-on-whatsapp': {
    report: say`not found on WhatsApp; please check the number`,
    terminal: say`this number is not on WhatsApp`,
  },
  'gone-from-whatsapp': {
    report: say`no longer on WhatsApp, so this can be done on a phone only`,
    terminal: say`remove by phone: the account behind this number no longer exists, and GOWA refuses such numbers`,
  },
  rejected: {
    report: say`WhatsApp did not accept it; the log of the run says more`,
    terminal: ({ text }) => text,
  },
  'gave-up': {
    report: say`WhatsApp did not accept others in this group, so this was not tried; the log of the run says more`,
    terminal: say`not sent, since GOWA keeps refusing the same for others in this group`,
  },
  'line-lost': {
    report: say`the connection was lost at that very moment; the next run looks again`,
    terminal: ({ text }) => say`nothing was sent: ${text}`,
  },
  'left-alone': {
    report: say`by now it is no longer needed or not possible`,
    terminal: ({ leftAlone }) => say`left alone by now: ${leftAlone}`,
  },
  limit: {
    report: say`by now a limit stops it`,
    terminal: say`by now a limit objects to the changes of this group`,
  },
  stopped: {
    report: say`the run ended before its turn came`,
    terminal: ({ isOwn, text }) => (isOwn ? text : say`the run stopped before`),
  },
  interrupted: {
    report: say`the run ended before its turn came`,
    terminal: say`the run was interrupted before`,
  },
  'not-reached': {
    report: say`the run ended before its turn came`,
    terminal: say`the run did not come to it: nothing was sent for it`,
  },
  needs: {
    report: say`something else had to happen first and did not`,
    terminal: say`what it needs first did not happen`,
  },
  pace: {
    report: say`enough was done for today; the next run goes on`,
    terminal: say`today's pace is spent; run again tomorrow`,
  },
  'not-due': {
    report: say`by now it is no longer needed or not possible`,
    terminal: say`by now it is not due any more`,
  },
};

/** Why something did not happen, or nobody can tell. */
export const englishOutcomes: Pick<ReasonWords, 'causes' | 'unreadable' | 'stops'> = {
  causes,
  unreadable: {
    'not-in-group': {
      report: say`The account that Rollcall uses is not in this group: somebody has to add it, or take the file away.`,
      terminal: say`the account is not in this group: add it on a phone, correct id: (rollcall groups lists all), or take the file away`,
      waiting: say`the account is not in this group: add it on a phone`,
    },
    'no-such-group': {
      report: say`This group no longer exists: correct the file, or take it away.`,
      terminal: say`there is no such group any more: correct id: in the file (rollcall groups lists all), or take the file away`,
      waiting: say`there is no such group any more: correct id: in the file (rollcall groups lists all), or take the file away`,
    },
    failed: {
      report: say`The group could not be read, so nothing is done here.`,
      terminal: (text) => say`could not be read, so nothing is done here: ${text}`,
      waiting: say`the group could not be read: run again later`,
    },
  },
  stops: {
    'rate-limited': {
      report: say`WhatsApp asked the account to slow down, so the run stopped at once.`,
      terminal: say`WhatsApp asks the account to slow down, so the run stopped at once`,
    },
    'session-lost': {
      report: say`The account was logged out of WhatsApp, so the run stopped at once: please look at the phone.`,
      terminal: say`the WhatsApp session is gone, so the run stopped at once: look at the phone`,
    },
    unreachable: {
      report: say`The server could not be reached any more, so the run stopped.`,
      terminal: say`GOWA could not be reached any more, so the run stopped`,
    },
    'no-answers': {
      report: say`The server stopped answering, so the run stopped: somebody has to look at it.`,
      terminal: say`GOWA answers no more, so the run stopped: restart it, or look at its log`,
    },
    'no-storage': {
      report: say`The record of this run could not be saved, so the run stopped: somebody has to see to the disk.`,
      terminal: say`the memory of this run cannot be written, so it stopped: see to the disk`,
    },
  },
};
