import type { SettingName } from '../domain/settings.ts';
import { forkSettings, isSetByGowa, settingNames } from '../domain/settings.ts';
import { gowaVersions } from '../domain/whatsapp-facts.ts';
import type { Client } from '../gowa/client.ts';
import { findMuteAge, toServerAge } from '../gowa/server-age.ts';
import type { ServerAge } from '../gowa/server-age.ts';
import { readServerInfo } from '../gowa/session.ts';
import type { SessionStatus } from '../gowa/session.ts';
import { findSettable } from '../gowa/settable.ts';
import { escapeTerminal } from '../safe/escape.ts';

/** What a server's age means. That one is newer than known is no fault. */
const ages: Readonly<Record<ServerAge, string>> = {
  'too-old': `older than v${gowaVersions.oldest}.0: too old to work with, update GOWA`,
  mute: `older than v${gowaVersions.tellsNumber}.0: it does not tell whose session it has, update GOWA`,
  sensible: `older than v${gowaVersions.known}, which is known well`,
  known: '',
  newer: `newer than v${gowaVersions.known}, which is known well`,
  unknown: `not known: v${gowaVersions.known} is`,
};

/** As it calls itself, and how old it is; one that does not say is known by what it has. */
export async function describeVersion(client: Client, session: SessionStatus): Promise<string> {
  const info = await readServerInfo(client);
  if (info) {
    const age = ages[toServerAge(info.version)];
    return `${escapeTerminal(info.version.slice(0, 40))}${age && `  (${age})`}`;
  }
  const age = await findMuteAge(client, session.phone !== undefined || !session.loggedIn);
  const older = `older than v${gowaVersions.tellsVersion}: it has no /app/info`;
  return age === 'sensible' ? older : `${ages[age]}`;
}

/** What it sets, and what takes a phone, as rows. */
export async function describeSettings(client: Client): Promise<[string, string][]> {
  const settable = await findSettable(client, forkSettings);
  const isPhoneOnly = (name: SettingName) => !isSetByGowa(name) && !settable.has(name);
  return [
    ['sets', [...settingNames.filter((name) => !isPhoneOnly(name)), 'photo'].join(', ')],
    ['by phone', settingNames.filter(isPhoneOnly).join(', ')],
  ];
}
