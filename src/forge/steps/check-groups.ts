import { relative, resolve } from 'node:path';
import { checkFiles } from '../../files/check-files.ts';
import { tellUnjudged } from '../../files/open-people.ts';
import { tellPlace } from '../../domain/diagnostic.ts';
import type { DesiredGroup } from '../../domain/group.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { exitCodes } from '../../exit-codes.ts';
import { renderDiagnostics } from '../../render/terminal/diagnostics.ts';
import { toStyle } from '../../io.ts';
import type { Ran } from '../command.ts';
import { runCommand } from '../command.ts';
import type { Job } from '../job.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import type { Note } from '../runner.ts';

/** How the check ended, and how many groups of this run's account have no id yet. */
export interface CheckedGroups extends Ran {
  readonly toCreate: number;
}

/** Checks the files, and says at its place what is wrong with them. */
export async function checkGroups(job: Job): Promise<CheckedGroups> {
  const { groups, runner } = job;
  let diagnostics: readonly Diagnostic[] = [];
  let toCreate = 0;
  const ran = await runCommand(async (io) => {
    const checked = await checkFiles({ groups }, io);
    ({ diagnostics } = checked);
    toCreate = checked.organisation?.groups.filter((group) => isNew(group, job)).length ?? 0;
    io.err(renderDiagnostics(diagnostics, toStyle(io)));
    for (const line of tellUnjudged(checked.organisation ?? {})) io.out(`${line}\n`);
    if (checked.organisation) io.out('The files are fine.\n');
    return checked.organisation ? exitCodes.ok : exitCodes.mistakes;
  }, job.io);
  runner.print(ran.err + ran.out);
  const { wholeText } = (await loadOwnWords(job)).forge.notes;
  // The step's own error comes last.
  await runner.annotate(
    diagnostics.map((diagnostic) => toNote(diagnostic, job.workspace, wholeText)),
    1,
  );
  return { ...ran, toCreate };
}

function isNew({ id, account }: DesiredGroup, { account: own }: Job): boolean {
  return id === undefined && (own === '' || own === account);
}

function toNote({ severity, summary, span }: Diagnostic, workspace: string, wholeText: string): Note {
  const note = { level: severity, title: summary };
  if (!span) return { ...note, text: `${summary}. ${wholeText}` };
  const file = relative(workspace, resolve(workspace, span.file));
  const text = `${summary}: ${tellPlace({ ...span, file })}. ${wholeText}`;
  return { ...note, file, line: span.line, text };
}
