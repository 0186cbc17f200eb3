import type { Inline } from '../../safe/inline.ts';
import type { InvitationView } from '../../view/inviting/invitation-view.ts';
import type { Words } from '../../words/words.ts';
import { wrap } from '../columns.ts';
import type { StyleOptions } from '../terminal/style.ts';
import { makeStyle } from '../terminal/style.ts';
import { toLetter } from './letter.ts';
import { drawQr } from './qr-text.ts';

/** An invitation for a terminal: the link, what can be done with it, its QR code, a text to copy, and for whom. */
export function renderInvitation(view: InvitationView, words: Words, options: StyleOptions): string {
  const style = makeStyle(options);
  const { headings, secret, sandbox, narrow, nobody } = words.invite;
  const head = (text: Inline) => style.paint('strong', text);
  const tell = (text: Inline) => wrap(text, style.width);
  const drawn = drawQr(view.link, { ...options, width: style.width });
  const blocks: readonly (readonly string[])[] = [
    view.isSandbox ? tell(sandbox) : [],
    [head(headings.link), view.link, ...tell(secret[view.isApproved ? 'knock' : 'open'])],
    'needs' in drawn ? tell(narrow(drawn.needs)) : drawn.lines,
    // Not broken into lines: it is there to be copied.
    [head(headings.text), ...toLetter(view, words).split('\n')],
    view.people.length === 0
      ? tell(nobody)
      : [
          head(headings.people(view.people.length)),
          ...view.people.flatMap((who) => layItem(who, style.sign('add'), style.width)),
        ],
  ];
  const lines = blocks
    .filter((block) => block.length > 0)
    .flatMap((block, at) => (at === 0 ? block : ['', ...block]));
  return `${lines.map(style.adapt).join('\n')}\n`;
}

/** A line with a sign before it, and what does not fit below it. */
export function layItem(text: string, sign: string, width: number): string[] {
  return wrap(text, width - 4).map((line, at) => (at === 0 ? `  ${sign} ${line}` : `    ${line}`));
}
