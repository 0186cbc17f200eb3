import { expect, test } from 'vitest';
import { otherSettingNames, settingShape } from '../../src/config/setting-forms.ts';
import { settingNames } from '../../src/domain/settings.ts';
import { disappearingTimes, nameLimit, topicLimit } from '../../src/domain/whatsapp-facts.ts';

const parse = (setting: keyof typeof settingShape, value: unknown) => settingShape[setting].safeParse(value);

test.each<[keyof typeof settingShape, unknown, unknown]>([
  ['name', 'Altos', 'Altos'],
  ['name', 2024, '2024'],
  ['name', 'Cafe\u0301', 'Caf\u00e9'],
  ['topic', 'one\r\ntwo\n', 'one\ntwo'],
  ['topic', '', ''],
  ['topic', 'a\tb', 'a\tb'],
  ['announce', true, true],
  ['disappearing', 'off', 0],
  ['disappearing', '90d', disappearingTimes['90d']],
  ['may-add', 'everyone', 'everyone'],
  ['join-approval', false, false],
  ['community', 'none', 'none'],
  ['community', '120363040000000001@g.us', '120363040000000001@g.us'],
  ['name', 'a'.repeat(nameLimit), 'a'.repeat(nameLimit)],
  ['topic', 'a'.repeat(topicLimit), 'a'.repeat(topicLimit)],
])('%s: %j is %j', (setting, value, expected) => {
  expect(parse(setting, value).data).toBe(expected);
});

test.each<[keyof typeof settingShape, unknown]>([
  ['name', ''],
  ['name', '  '],
  ['name', 'a\nb'],
  ['name', 'a\u0007'],
  ['name', 'a'.repeat(nameLimit + 1)],
  ['name', '\ud83d'],
  ['name', true],
  ['topic', 'a\u0000'],
  ['topic', 'a'.repeat(topicLimit + 1)],
  ['topic', null],
  ['announce', 'yes'],
  ['announce', 'true'],
  ['locked', 1],
  ['disappearing', 86_400],
  ['disappearing', '1h'],
  // What WhatsApp does not say is nothing that a file can want.
  ['may-add', 'unknown'],
  ['may-add', 'admin_add'],
  ['may-add', true],
  ['join-approval', 'yes'],
  ['community', '120363040000000001'],
  ['community', 'Choirs'],
  ['community', ''],
  ['community', false],
])('%s: %j does not fit, which is worded', (setting, value) => {
  const { error } = parse(setting, value);
  expect(error?.issues[0]?.message).not.toMatch(/^Invalid/);
});

test('each setting has its form, and no other name of one is a setting', () => {
  expect(Object.keys(settingShape)).toEqual(settingNames);
  const others = Object.values(otherSettingNames).flat();
  expect(others.filter((name) => (settingNames as readonly string[]).includes(name))).toEqual([]);
});
