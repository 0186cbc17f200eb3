import type { Outcome, Verdict } from '../../src/domain/plan/outcome.ts';

/** One verdict for every result, where a test cares for nothing but the result. */
export const verdicts: Readonly<Record<Outcome['result'], Verdict>> = {
  verified: { result: 'verified' },
  declined: { result: 'declined', cause: 'declined' },
  'not-verified': { result: 'not-verified', cause: 'without-effect' },
  failed: {
    result: 'failed',
    cause: 'rejected',
    details: { text: 'info query returned status 406: not-acceptable' },
  },
  skipped: { result: 'skipped', cause: 'needs' },
};
