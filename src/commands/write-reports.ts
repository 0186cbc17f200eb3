import type { Language } from '../domain/organisation.ts';
import { renderHtml } from '../render/html.ts';
import { renderMarkdown } from '../render/markdown.ts';
import type { View } from '../render/view-types.ts';
import type { PlanningOptions } from './options.ts';
import { replaceFile } from './report.ts';

/**
 * Writes the reports for people that were asked for, from a view without numbers. Throws `UsageError` where a file cannot
 * be written.
 */
export async function writeReports(
  view: View,
  { markdown, html }: Pick<PlanningOptions, 'markdown' | 'html'>,
  language: Language,
): Promise<void> {
  if (markdown !== undefined) await replaceFile(markdown, renderMarkdown(view, language));
  if (html !== undefined) await replaceFile(html, renderHtml(view, language));
}
