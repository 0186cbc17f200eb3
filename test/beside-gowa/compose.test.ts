import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findRoot } from '../support/repository-root.ts';

/*
 * No container engine reads docs/beside-gowa/compose.yaml here; `.ci/run` holds its form. This holds what it must not lose.
 */

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly restart?: string;
  readonly [key: string]: unknown;
}

const folder = join(findRoot(), 'docs', 'beside-gowa');
const readText = (name: string) => readFileSync(join(folder, name), 'utf8');
const read = (name: string) =>
  parse(readText(name), { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
    readonly networks?: unknown;
  };
const { services, networks } = read('compose.yaml');
const all = Object.entries(services);

test('there are GOWA, a runner and Rollcall, in the network of a fourth one, which outlives them', () => {
  const inside = Object.fromEntries(all.map(([name, { network_mode }]) => [name, network_mode]));
  const place = 'service:place';
  expect(inside).toEqual({ place: undefined, gowa: place, runner: place, rollcall: place });
  expect(networks).toBeUndefined();
});

describe.each(all)('%s', (name, service) => {
  test('has no right that it does not need, and an end to what it may use', () => {
    expect(service).toMatchObject({
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      logging: {
        driver: 'json-file',
        options: { 'max-size': expect.any(String), 'max-file': expect.any(String) },
      },
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
      pids_limit: expect.any(Number),
    });
    expect(service).not.toHaveProperty('privileged');
    expect(service).not.toHaveProperty('cap_add');
    expect(service.volumes ?? []).not.toContainEqual(expect.stringContaining('docker.sock'));
    expect(service['read_only'] === true).toBe(name !== 'runner');
  });

  test('is a user by number, and not root', () => {
    expect(service.user).toMatch(/^(?:\d{4,5}:\d{4,5}|\$\{ROLLCALL_UID:-\d+\}:\$\{ROLLCALL_GID:-\d+\})$/);
  });

  test('publishes nothing', () => {
    expect(Object.keys(service)).not.toContain('ports');
    expect(Object.keys(service)).not.toContain('expose');
  });

  test('is of one version, and not whatever is newest', () => {
    // Rollcall's is built here.
    expect(service.image).toMatch(name === 'rollcall' ? /^rollcall$/ : /^[\w./-]+:v?\d+\.\d+\.\d+$/);
  });

  test('has no secret in its settings, nor in what asks for its health', () => {
    const settings = Object.entries(service.environment ?? {}).map(([key, value]) => `${key}=${value}`);
    const open = settings.filter(
      (each) => /PASSWORD|KEY|TOKEN|AUTH/.test(each) && !each.includes('_FILE=/run/secrets/'),
    );
    // That one is good for an hour, and comes from whoever starts it.
    expect(open).toEqual(name === 'runner' ? ['ACTIONS_RUNNER_INPUT_TOKEN=${RUNNER_TOKEN:-}'] : []);
    expect(JSON.stringify(service['healthcheck'] ?? '')).not.toMatch(/password|user|-u\b|@/i);
  });

  test('begins again by itself where it serves, and not where it was one command', () => {
    expect(service.restart).toBe(['place', 'gowa'].includes(name) ? 'unless-stopped' : 'no');
  });
});

test('GOWA is the version of docs/gowa.md, asks for a password, and listens to its own network alone', () => {
  const { gowa } = services;
  const [, version = ''] =
    /\*\*(v\d+\.\d+\.\d+) \+ 2 commits\*\*/.exec(readFileSync(join(findRoot(), 'docs', 'gowa.md'), 'utf8')) ??
    [];
  expect(gowa?.image).toBe(`ghcr.io/aldinokemal/go-whatsapp-web-multidevice:${version}`);
  expect(gowa?.environment).toMatchObject({ APP_HOST: '127.0.0.1', APP_UI_ENABLED: 'false' });
  expect(services['rollcall']?.environment?.['ROLLCALL_URL']).toBe('http://127.0.0.1:3000');
  // It would be printed into the log.
  expect(JSON.stringify(gowa)).not.toContain('.env');
});

test('for a login GOWA is on this machine’s port, for this machine alone', () => {
  const login = read('login.yaml').services;
  expect(login).toEqual({
    place: { ports: ['127.0.0.1:3000:3000'] },
    gowa: { environment: { APP_HOST: '0.0.0.0' } },
  });
});
