import { lstatSync } from 'node:fs';
import { readNamedText } from '../../disk/named-file.ts';
import { UsageError } from '../../errors.ts';
import type { Report } from '../../notifying/parse-report.ts';
import { parseReport } from '../../notifying/parse-report.ts';
import { documentBytes } from '../../render/json/format-version.ts';

/**
 * The reports in these files. `mayBeMissing`: those that are not there are left out, since the run that was to write them is known
 * to have ended. Throws `UsageError` for what is no report.
 */
export async function readReports(files: readonly string[], mayBeMissing: boolean): Promise<Report[]> {
  const reports: Report[] = [];
  for (const file of files) {
    if (lstatSync(file, { throwIfNoEntry: false })) reports.push(await readReport(file));
    else if (!mayBeMissing)
      throw new UsageError(
        `There is no report ${file}. Where the run may have ended before it wrote one, say how it ended with --ended CODE.`,
      );
  }
  const accounts = new Set(reports.map(({ account }) => account));
  if (accounts.size > 1)
    throw new UsageError('These reports are of several accounts: run notify once for each of them.');
  return reports;
}

async function readReport(path: string): Promise<Report> {
  return parseReport(await readNamedText({ path, called: `The report ${path}`, most: documentBytes }), path);
}
