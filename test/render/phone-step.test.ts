import { expect, test } from 'vitest';
import { forkSettings, settingNames } from '../../src/domain/settings.ts';
import { tellPhoneStep } from '../../src/render/phone-step.ts';
import type { DriftView } from '../../src/view/change-view.ts';
import { english } from '../../src/words/english/english.ts';
import { indonesian } from '../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../src/words/portuguese/portuguese.ts';

const values = {
  'may-add': ['admins', 'everyone'],
  'join-approval': [true, false],
  community: ['none', 'x'],
};
const set = (setting: string, after: unknown) => ({ action: 'set', setting, after }) as DriftView;

test.each([english, indonesian, portuguese])('each value has a step of its own in $language', (words) => {
  const steps = Object.entries(values).flatMap(([setting, each]) =>
    each.map((after) => tellPhoneStep(set(setting, after), words)),
  );
  expect(new Set(steps).size).toBe(6);
  expect(steps).not.toContain(undefined);
});

test('only what no server may be able to set has one', () => {
  const others = settingNames.filter((name) => !([...forkSettings, 'community'] as string[]).includes(name));
  const drifts = [
    undefined,
    set('photo', 'none'),
    { action: 'add' } as DriftView,
    ...others.map((name) => set(name, '')),
  ];
  expect(drifts.map((drift) => tellPhoneStep(drift, english))).toEqual(drifts.map(() => undefined));
});
