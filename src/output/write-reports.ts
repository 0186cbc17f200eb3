import type { Language } from '../domain/organisation.ts';
import { renderHtml } from '../render/report/html/render-html.ts';
import { renderMarkdown } from '../render/report/markdown/render-markdown.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import type { View } from '../view/view.ts';
import { loadWords } from '../words/load-words.ts';
import type { PlanningOptions } from '../options.ts';

/**
 * Writes the reports for people that were asked for, from a view without numbers. Throws a `StorageError` where a file
 * cannot be written.
 */
export async function writeReports(
  view: View,
  { markdown, html }: Pick<PlanningOptions, 'markdown' | 'html'>,
  language: Language,
): Promise<void> {
  if (markdown === undefined && html === undefined) return;
  const words = await loadWords(language);
  if (markdown !== undefined) writeAtomically(markdown, renderMarkdown(view, words));
  if (html !== undefined) writeAtomically(html, renderHtml(view, words));
}
