import { readFileSync } from 'node:fs';
import type { Parsed } from '../config/parse.ts';
import { findPublicNumbers } from '../config/sealed/public-numbers.ts';
import type { Io } from '../io.ts';

/** The files with a warning where numbers stand in plain text in a repository that everybody may read. */
export function tellPublic(parsed: Parsed, io: Io): Parsed {
  if (!isPublic(io)) return parsed;
  return { ...parsed, diagnostics: [...parsed.diagnostics, ...findPublicNumbers(parsed)] };
}

/**
 * Whether CI says that the repository is public: GitHub in the event that began the run
 * (https://docs.github.com/webhooks/webhook-events-and-payloads, `repository.private`), GitLab in a variable. Elsewhere nobody knows
 * without asking the forge, and nobody is asked.
 */
function isPublic({ env }: Pick<Io, 'env'>): boolean {
  if (env['CI_PROJECT_VISIBILITY'] === 'public') return true;
  const path = env['GITHUB_EVENT_PATH'];
  if (!path) return false;
  try {
    const event = JSON.parse(readFileSync(path, 'utf8')) as { repository?: { private?: unknown } } | null;
    return event?.repository?.private === false;
  } catch {
    // An event that cannot be read tells nothing.
    return false;
  }
}
