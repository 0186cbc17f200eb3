import type { Inline } from '../../safe/inline.ts';
import type { InvitationView } from '../../view/inviting/invitation-view.ts';
import type { Words } from '../../words/words.ts';

/**
 * The text for whoever is invited, in lines: what it is about, who asks and that nobody must, and the link. It is shown as it
 * is copied, and sent as it is shown.
 */
export function toLetter({ group, link, isApproved }: InvitationView, words: Words): string {
  const { letter } = words.invite;
  const lines: readonly Inline[] = [
    letter.invited(words.quote(group)),
    letter.asks,
    isApproved ? letter.knock : letter.open,
  ];
  return [...lines, link].join('\n');
}
