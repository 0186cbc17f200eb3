import { escapeInline } from '../safe/inline.ts';
import type { Inline } from '../safe/inline.ts';
import type { SealPageWords } from '../words/page/seal-page-words.ts';
import type { JudgedLine, Mistake } from './judge-lines.ts';
import type { PageElements } from './page-elements.ts';
import { toPeopleLines } from './seal-lines.ts';

export type BadLine = Extract<JudgedLine, { readonly kind: 'bad' }>;

/** What is to be seen on the page, whatever its language. */
export interface PageState {
  /** What was done last. */
  told: (words: SealPageWords) => string;
  /** What is wrong with the one person. */
  one?: Mistake | undefined;
  /** The lines that stay in the box, in its order. */
  bad: readonly BadLine[];
  /** What was sealed, by handles: sealed once more, the last one counts. */
  readonly sealed: Map<string, string>;
}

/** What the page was made for. */
interface Drawn {
  readonly words: SealPageWords;
  /** BCP 47. */
  readonly language: string;
  /** Two letters, or ''. */
  readonly country: Inline;
}

/** So many mistakes are shown at once. */
const mostShown = 50;

/** Puts everything that is to be read into the page, in one language. Texts alone: nothing of it can be markup. */
export function drawPage(page: PageElements, state: PageState, { words, language, country }: Drawn): void {
  document.documentElement.lang = language;
  document.title = words.fixed.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = words.fixed[element.dataset['text'] as keyof SealPageWords['fixed']];
  }
  page.numberHint.textContent = words.numberHint(country);
  page.status.textContent = state.told(words);
  drawOneMistake(page, state, words);
  page.unsealed.hidden = state.bad.length === 0;
  page.mistakes.replaceChildren(...toItems(state.bad, words));
  page.results.hidden = state.sealed.size === 0;
  const lines = toPeopleLines(state.sealed);
  if (page.result.value !== lines) page.result.value = lines;
}

function drawOneMistake(page: PageElements, { one }: PageState, words: SealPageWords): void {
  page.oneMistake.replaceChildren(...(one ? tell(one, words) : []));
  const isHandle = one !== undefined && ['no-handle', 'bad-name', 'reserved'].includes(one.kind);
  page.handle.setAttribute('aria-invalid', String(isHandle));
  page.number.setAttribute('aria-invalid', String(one !== undefined && !isHandle));
}

function toItems(bad: readonly BadLine[], words: SealPageWords): HTMLLIElement[] {
  const items = bad.slice(0, mostShown).map(({ handle, mistake }, index) => {
    const item = document.createElement('li');
    const place = document.createElement('b');
    place.textContent = words.line(index + 1, escapeInline(handle ?? ''));
    item.append(place, ' ', ...tell(mistake, words));
    return item;
  });
  if (bad.length <= mostShown) return items;
  const rest = document.createElement('li');
  rest.textContent = words.more(bad.length - mostShown);
  return [...items, rest];
}

/** A mistake in words; of a number also what is wrong with it. */
function tell(mistake: Mistake, words: SealPageWords): (string | Node)[] {
  if (mistake.kind === 'same-number') return [words.sameNumber(escapeInline(mistake.other))];
  const lead = words.mistakes[mistake.kind];
  if (!('fault' in mistake)) return [lead];
  const { cause, of = '' } = mistake.fault;
  return [lead, ' ', words.faults[cause](escapeInline(of))];
}
