import { toTaking } from '../../domain/duration.ts';
import type { Forecast } from '../../domain/plan/plan.ts';
import { spellMoment } from '../../domain/moment.ts';
import type { Inline } from '../../safe/inline.ts';
import { capitalise, escapeInline, say } from '../../safe/inline.ts';
import type { RunView, View } from '../../view/view.ts';
import type { Words } from '../../words/words.ts';
import { toPlainFile } from '../plain-name.ts';
import { toPlainNames } from '../plain-sentences.ts';
import { findSharedDefaults } from '../shared-defaults.ts';

/** What is to be known about a run beside its groups. */
export function findNotes(view: View, words: Words): Inline[] {
  const { totals, forecast, run, sandbox, memory } = view;
  const { notes } = words.terminal;
  const pays = forecast !== undefined && forecast.adds > 0 && !sandbox;
  if (view.isPart) return [notes.part];
  const found = [
    ...(run ? findRunNotes(run, words) : []),
    run && isWaiting(view) && say`${words.creations.waiting(totals.toCreate)}.`,
    view.renewsWithDates && notes.datedLinks,
    totals.coming > 0 && !run && !view.isUnderWay && notes.coming,
    totals.elsewhere > 0 && notes.elsewhere(totals.elsewhere),
    view.strangers !== undefined && words.imports.first(view.strangers),
    view.openGroups !== undefined && words.reasons.openGroups.terminal(view.openGroups),
    view.isPaceHeld && notes.paceHeld,
    view.recalled && toRecalled(view.recalled, words),
    pays && !run && notes.forecast(forecast, toTakes(forecast, words)),
    forecast?.byLink !== undefined &&
      !run &&
      !sandbox &&
      notes.lanes(forecast.byLink, words.duration(toTaking(forecast).duration)),
    ...(run ? [] : findDefaultsNotes(view, words)),
    sandbox && notes.sandbox[memory === 'none' ? 'forgets' : 'remembers'],
    findMemoryNote(view, words),
  ];
  return found.map((note) => note || say``).filter((note) => note !== '');
}

function toRecalled({ count, since }: NonNullable<View['recalled']>, { reasons }: Words): Inline {
  return reasons.recalled.terminal(count, escapeInline(spellMoment(since)));
}

/** After an apply: groups that it did not have to do with. */
function isWaiting({ toCreate }: View): boolean {
  return toCreate.length > 0 && toCreate.every(({ fate }) => fate === undefined);
}

function findDefaultsNotes({ groups }: View, { reasons }: Words): Inline[] {
  return findSharedDefaults(groups).map(({ file, groups: count }) =>
    reasons.fromDefaults.terminal(toPlainFile(file), count),
  );
}

function toTakes(forecast: Forecast, { duration: spell, terminal }: Words): Inline {
  const { duration, by } = toTaking(forecast);
  return terminal.notes.takes[by](spell(duration));
}

function findRunNotes({ stop, interrupted, paceSpent, resumesAt, oldLinks }: RunView, words: Words) {
  const { notes } = words.terminal;
  return [
    stop && say`${capitalise(notes.stop(words.reasons.stops[stop.code].terminal, escapeInline(stop.text)))}.`,
    interrupted && notes.interrupted,
    paceSpent && notes.paceSpent,
    resumesAt !== undefined && notes.resumes(escapeInline(spellMoment(resumesAt))),
    oldLinks.length > 0 && notes.oldLink(toPlainNames(oldLinks, words), oldLinks.length),
  ];
}

/** Without adds it makes no difference that nothing is remembered; a memory that is lost always does. */
function findMemoryNote(
  { memory, memoryFault, isMemoryUnbegun, freshMemory, totals, sandbox }: View,
  { terminal }: Words,
) {
  if (isMemoryUnbegun) return terminal.notes.newMemory;
  if (memory === 'unusable') return terminal.notes.badMemory(escapeInline(memoryFault ?? ''));
  if (totals.toJoin === 0 || sandbox) return undefined;
  return freshMemory
    ? terminal.notes.freshMemory(escapeInline(freshMemory.since), escapeInline(freshMemory.until))
    : memory === 'none' && terminal.notes.noMemory;
}
