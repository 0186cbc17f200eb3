import type { ChangeView } from './view-types.ts';

/** Why something did not happen, as far as a report for people tells it. */
export type OutcomeCause =
  | 'declined'
  | 'not-on-whatsapp'
  | 'gone-from-whatsapp'
  | 'unreadable'
  | 'unclear'
  | 'no-answer'
  | 'perhaps-hidden'
  | 'photo-unread'
  | 'one-of-several'
  | 'rejected'
  | 'needs'
  | 'pace'
  | 'stopped'
  | 'interrupted'
  | 'limit'
  | 'not-due';

/** Beginnings of what a run says in English for technicians (apply/verdict.ts, commands/report.ts). */
const causes: readonly (readonly [beginning: RegExp, cause: OutcomeCause])[] = [
  [/^this number is not on WhatsApp/, 'not-on-whatsapp'],
  [/^remove by phone/, 'gone-from-whatsapp'],
  [/photo could not be read/, 'photo-unread'],
  [/^a member without a number/, 'perhaps-hidden'],
  [/^no clear answer/, 'no-answer'],
  [/could not be read|^it was not read/, 'unreadable'],
  [/^WhatsApp refused \d+ of these/, 'one-of-several'],
  [/^what it needs first/, 'needs'],
  [/pace is spent/, 'pace'],
  [/^the run (stopped|was interrupted|did not come)/, 'stopped'],
  [/^by now a limit/, 'limit'],
  [/^left alone by now|^by now it is not due/, 'not-due'],
  [/^the run was at this group/, 'interrupted'],
];

/** What stood in the way; the words of servers are left to the log, since they say nothing to most people. */
export function toCause({ result, text }: NonNullable<ChangeView['outcome']>): OutcomeCause | undefined {
  if (result === 'verified') return undefined;
  if (result === 'declined') return 'declined';
  const [, cause] = causes.find(([beginning]) => beginning.test(text ?? '')) ?? [];
  if (cause !== undefined) return cause;
  if (result === 'not-verified') return 'unclear';
  return result === 'failed' ? 'rejected' : 'stopped';
}
