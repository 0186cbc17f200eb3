import { toMoment } from '../domain/moment.ts';
import type { Occasion } from '../domain/occasion.ts';
import { toAddress } from '../safe/address.ts';
import { escapeTerminal } from '../safe/escape.ts';
import type { SafeText } from '../safe/escape.ts';
import type { Safety } from '../safe/labels.ts';
import type { AboutView, LinkView } from './about-view.ts';

/** What the head of a report is made from. */
export interface AboutInput {
  /** When it was made; milliseconds since 1970. */
  readonly now: number;
  /** That of the policy, an IANA name. */
  readonly timezone?: string | undefined;
  /** Absent where no forge runs it. */
  readonly occasion?: Occasion | undefined;
}

/** So many letters of a commit's id are enough to find it by. */
const idLength = 8;

/** When a plan or a report was made, and for what, as everybody may see it. */
export function toAboutView({ now, timezone, occasion = {} }: AboutInput, safety: Safety): AboutView {
  const { commit, pullRequest, author, page } = occasion;
  const pageAddress = toAddress(page ?? '');
  return {
    made: toMoment(now, timezone),
    ...(commit && { commit: toLink(toCommit(commit.id, safety), commit.address) }),
    ...(pullRequest && {
      pullRequest: toLink(
        safety.line(`#${pullRequest.number} ${pullRequest.title}`.trim()),
        pullRequest.address,
      ),
    }),
    ...(author !== undefined && { author: safety.line(author) }),
    ...(pageAddress !== undefined && { page: pageAddress }),
  };
}

/** A commit's id is nobody's number, though the beginning of one in sixteen has digits enough to be masked as one. */
function toCommit(id: string, safety: Safety): SafeText {
  const short = id.slice(0, idLength);
  return /^(?:[\da-f]{40}|[\da-f]{64})$/.test(id) ? escapeTerminal(short) : safety.line(short);
}

function toLink(text: SafeText, to: string): LinkView {
  const address = toAddress(to);
  return { text, ...(address !== undefined && { address }) };
}
