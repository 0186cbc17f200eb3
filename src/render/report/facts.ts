import type { Address } from '../../safe/address.ts';
import type { Inline } from '../../safe/inline.ts';
import type { View } from '../../view/view.ts';
import type { Voice } from './voice.ts';
import { toMomentText, toName } from './voice.ts';

/** What the head of a report says of its making. */
export interface ReportFact {
  readonly kind: 'pullRequest' | 'author' | 'commit' | 'made' | 'account';
  readonly name: Inline;
  readonly text: Inline;
  readonly address?: Address;
}

/** For what it was made, by whom, when; and for which account, where there are several. */
export function findFacts({ about, account, isOneOfSeveral }: View, voice: Voice): ReportFact[] {
  const { facts } = voice.words.report;
  const toFact = (kind: ReportFact['kind'], text: Inline, address?: Address): ReportFact => ({
    kind,
    name: facts[kind],
    text,
    ...(address !== undefined && { address }),
  });
  const { pullRequest, commit, author, made } = about ?? {};
  return [
    ...(pullRequest ? [toFact('pullRequest', toName(pullRequest.text, voice), pullRequest.address)] : []),
    ...(author === undefined ? [] : [toFact('author', toName(author, voice))]),
    ...(commit ? [toFact('commit', voice.escape(commit.text), commit.address)] : []),
    ...(made ? [toFact('made', toMomentText(made, voice))] : []),
    ...(isOneOfSeveral ? [toFact('account', toName(account, voice))] : []),
  ];
}
