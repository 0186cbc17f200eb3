import type { DesiredGroup, GroupId, LiveGroup, Reading } from '../../domain/group.ts';
import type { ForkSetting, Settings } from '../../domain/settings.ts';
import { blankSettings, forkSettings } from '../../domain/settings.ts';

/**
 * Settings that GOWA cannot set and that are due somewhere if the server can: whether it does is asked for nothing else. A
 * group that is yet to be made begins as all do.
 */
export function findToAskFor(
  groups: readonly DesiredGroup[],
  readings: ReadonlyMap<GroupId, Reading>,
): ForkSetting[] {
  return forkSettings.filter((setting) =>
    groups.some((desired) => {
      if (desired.id === undefined) return differs(setting, desired, blankSettings);
      const reading = readings.get(desired.id);
      return reading?.kind === 'read' && isDue(setting, desired, reading.group);
    }),
  );
}

function isDue(setting: ForkSetting, desired: DesiredGroup, live: LiveGroup): boolean {
  const mayBeSet = live.kind === 'group' && live.self === 'admin' && !live.suspended;
  return mayBeSet && differs(setting, desired, live.settings);
}

function differs(setting: ForkSetting, { settings, manage }: DesiredGroup, live: Settings): boolean {
  const [after, before] = [settings[setting], live[setting]];
  const isDifferent = after !== undefined && before !== 'unknown' && after !== before;
  return isDifferent && manage.settings !== 'observe';
}
