import * as z from 'zod';
import type { ForkSetting, SettingName } from '../domain/settings.ts';
import { attempt, GowaError } from './answers/gowa-error.ts';
import type { Client } from './client.ts';
import { forkPaths } from './setting-fields.ts';

/**
 * Which of these settings the server can set although GOWA cannot: one GET each, which changes nothing. A path that takes
 * POST alone answers it with 405, one that is not there with 404 (docs/gowa.md#16-endpoints-of-forks); any other answer,
 * or none, is taken for a no.
 */
export async function findSettable(
  client: Pick<Client, 'get'>,
  settings: readonly ForkSetting[],
): Promise<ReadonlySet<SettingName>> {
  const found = new Set<SettingName>();
  for (const setting of settings) {
    const answer = await attempt(client.get(forkPaths[setting], {}, z.unknown()));
    // Of the two texts that Fiber answers with, this is the one of a path that is there: a proxy has words of its own.
    if (answer instanceof GowaError && answer.status === 405 && answer.code === 'other') found.add(setting);
  }
  return found;
}
