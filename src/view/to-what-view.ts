import type { PersonAction } from '../domain/plan/change.ts';
import { personActions } from '../domain/plan/change.ts';
import type { SettingName } from '../domain/settings.ts';
import type { Pending } from '../domain/past.ts';

/** What an approval is about, as far as that is known: an action, and the setting where it names one. */
export interface WhatView {
  readonly action?: PersonAction | 'set';
  readonly setting?: SettingName | 'photo' | 'link';
}

/** What a memory or a plan file calls `what`: an action, or the name of a setting. */
export function toWhatView(what: Pending['what']): WhatView {
  // That a group is made is no change of anything in it.
  if (what === undefined || what === 'create') return {};
  return what === 'set' || isPeopleWhat(what) ? { action: what } : { action: 'set', setting: what };
}

export function isPeopleWhat(what: NonNullable<Pending['what']>): what is PersonAction {
  return (personActions as readonly string[]).includes(what);
}
