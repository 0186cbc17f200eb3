import { expect, test } from 'vitest';
import { takeEnvironment, withoutSecrets } from '../../src/safe/own-secrets.ts';

const secrets = {
  ROLLCALL_PEOPLE_KEY: 'a',
  ROLLCALL_PASSWORD: 'b',
  SOPS_AGE_KEY: 'c',
  sops_age_key_file: 'd',
};

test('other programs have all but what is Rollcall’s own', () => {
  expect(withoutSecrets({ ...secrets, PATH: '/bin', SOPS_EDITOR: 'vi' })).toEqual({
    PATH: '/bin',
    SOPS_EDITOR: 'vi',
  });
});

test('what is taken is whole, and what is left has no secret, in a report of Node’s neither', () => {
  const env = { ...process.env };
  process.env['ROLLCALL_PEOPLE_KEY'] = 'rollcall-secret-of-a-test';
  try {
    expect(takeEnvironment(process.env)['ROLLCALL_PEOPLE_KEY']).toBe('rollcall-secret-of-a-test');
    expect(process.env['ROLLCALL_PEOPLE_KEY']).toBeUndefined();
    expect(JSON.stringify(process.report.getReport())).not.toContain('rollcall-secret-of-a-test');
  } finally {
    Object.assign(process.env, env);
  }
});
