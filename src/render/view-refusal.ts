import type { Refusal } from '../domain/plan.ts';
import type { Safety } from '../safe/labels.ts';
import { refusalAdvice, refusalAllow, refusalSentence } from './sentences.ts';
import type { RefusalView } from './view-types.ts';

/** What a limit objects to, and what to do about it. */
export function toRefusalView(refusal: Refusal, safety: Safety): RefusalView {
  const allow = refusalAllow(refusal);
  return {
    limit: refusal.limit,
    scope: refusal.scope,
    count: refusal.count,
    allowed: refusal.allowed,
    ...(refusal.file !== undefined && { file: safety.line(refusal.file) }),
    sentence: safety.line(refusalSentence(refusal)),
    advice: safety.line(refusalAdvice(refusal)),
    ...(allow !== undefined && { allow: safety.line(allow) }),
  };
}
