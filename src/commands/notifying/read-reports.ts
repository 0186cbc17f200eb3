import { lstatSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { UsageError } from '../../errors.ts';
import type { Report } from '../../notifying/parse-report.ts';
import { parseReport } from '../../notifying/parse-report.ts';

/** Bytes; the report of 500 groups in which everybody changes has 30 MB. */
const mostBytes = 128 * 1024 * 1024;

/**
 * The reports in these files. `mayBeMissing`: those that are not there are left out, since the run that was to write them is known
 * to have ended. Throws `UsageError` for what is no report.
 */
export async function readReports(files: readonly string[], mayBeMissing: boolean): Promise<Report[]> {
  const reports: Report[] = [];
  for (const file of files) {
    const size = statSync(file, { throwIfNoEntry: false });
    if (!size && mayBeMissing && !lstatSync(file, { throwIfNoEntry: false })) continue;
    if (!size)
      throw new UsageError(
        `There is no report ${file}. Where the run may have ended before it wrote one, say how it ended with --ended CODE.`,
      );
    if (!size.isFile()) throw new UsageError(`${file} is no file.`);
    if (size.size > mostBytes)
      throw new UsageError(
        `${file} is far too large for a report: ${Math.round(size.size / 1024 / 1024)} MiB.`,
      );
    reports.push(parseReport(await readFile(file, 'utf8'), file));
  }
  const accounts = new Set(reports.map(({ account }) => account));
  if (accounts.size > 1)
    throw new UsageError('These reports are of several accounts: run notify once for each of them.');
  return reports;
}
