import type { Outcome, Verdict } from '../../src/domain/outcome.ts';

/** One verdict for every result, where a test cares for nothing but the result. */
export const verdicts: Readonly<Record<Outcome['result'], Verdict>> = {
  verified: { result: 'verified' },
  declined: {
    result: 'declined',
    cause: 'declined',
    text: 'their own settings allow joining only by invitation',
  },
  'not-verified': {
    result: 'not-verified',
    cause: 'without-effect',
    text: 'GOWA reported success, but the group does not show it',
  },
  failed: { result: 'failed', cause: 'rejected', text: 'info query returned status 406: not-acceptable' },
  skipped: { result: 'skipped', cause: 'needs', text: 'what it needs first did not happen' },
};
