import type { ApplyOutcome, GroupOutcome } from '../domain/plan/outcome.ts';
import type { Language } from '../domain/organisation.ts';
import type { Client } from '../gowa/client.ts';
import { readInviteLink } from '../gowa/invite-link.ts';
import type { Io } from '../io.ts';
import { escapeInline } from '../safe/inline.ts';
import { loadWords } from '../words/load-words.ts';

/**
 * Who joins by invitation only needs the group's link. Whoever has it can join, so it is shown to somebody who sits in
 * front of a terminal, and never to a log or a file.
 */
export async function showInvitations(
  outcome: ApplyOutcome,
  { client, language }: { readonly client: Client; readonly language: Language },
  io: Io,
): Promise<void> {
  if (!io.terminal.isInteractive || outcome.stop || outcome.interrupted) return;
  const { ask } = (await loadWords(language)).terminal;
  for (const { group, file } of outcome.groups.filter(hasDeclined)) {
    const link = await readInviteLink(client, group);
    if (link !== undefined) io.outWithPhones(`${ask.invitation(escapeInline(file), escapeInline(link))}\n`);
  }
}

function hasDeclined({ outcomes }: GroupOutcome): boolean {
  return outcomes.some(({ result }) => result === 'declined');
}
