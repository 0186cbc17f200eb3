import type { View } from '../../view/types.ts';
import { noteSentences } from '../../words/sentences.ts';

/** What is to be known about a run beside its groups. */
export function findNotes(view: View): string[] {
  const { totals, forecast, run, sandbox, memory } = view;
  const pays = forecast !== undefined && forecast.adds > 0 && !sandbox;
  // Without adds it makes no difference that nothing is remembered; a memory that is lost always does.
  const isForgetful = memory === 'unusable' || totals.toJoin > 0;
  const notes = [
    run?.stop ? `${run.stop.sentence}.` : '',
    run?.interrupted ? noteSentences.interrupted : '',
    run?.paceSpent ? noteSentences.paceSpent : '',
    run?.resumesAt === undefined ? '' : noteSentences.resumes(run.resumesAt),
    totals.coming > 0 && !run && !view.isUnderWay ? noteSentences.coming : '',
    totals.elsewhere > 0 ? noteSentences.elsewhere(totals.elsewhere) : '',
    view.isPaceHeld ? noteSentences.paceHeld : '',
    pays && !run ? noteSentences.forecast(forecast) : '',
    sandbox ? noteSentences.sandbox[memory === 'none' ? 'forgets' : 'remembers'] : '',
    isForgetful && !(sandbox && memory === 'none') ? (view.memoryFault ?? noteSentences.memory[memory]) : '',
  ];
  return notes.filter((note) => note !== '');
}

/**
 * The one command to run next; none where nothing is left to do, or where a refusal has to be dealt with first.
 * `again`: how the run that stopped short was called.
 */
export function findNextCommand(
  { run, totals, fingerprint, flags, isKeyLasting, isUnderWay }: View,
  again?: string,
): string | undefined {
  if (isUnderWay) return undefined;
  if (!run) {
    const due = totals.toJoin + totals.toLeave + totals.toPromote + totals.toDemote + totals.toChange;
    const expected = isKeyLasting ? ` --expect ${fingerprint}` : '';
    return due > 0 && totals.refused === 0 ? `rollcall apply${flags}${expected}` : undefined;
  }
  if (run.stop && run.stop.code !== 'rate-limited' && run.stop.code !== 'no-storage')
    return 'rollcall status';
  const { skipped, 'not-verified': notVerified, failed } = run.results;
  const unfinished = skipped + notVerified > 0 || run.paceSpent || run.interrupted || run.stop !== undefined;
  if (unfinished && again !== undefined) return again;
  // Who declined is not asked again by another run: that takes the link.
  const open = failed + run.notApproved + run.waiting.length + totals.refused + totals.unreadable;
  const left = unfinished || open > 0;
  return left ? `rollcall plan${flags}` : undefined;
}
