type Environment = Readonly<Record<string, string | undefined>>;

/** Rollcall's own variables, keys and passwords among them, and the keys of files: nobody but Rollcall has a use for them. */
const own = /^(?:ROLLCALL_|SOPS_AGE_KEY)/i;

/** An environment as other programs have it. */
export function withoutSecrets(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/**
 * A copy of the environment, out of which the secrets are taken: no program that is started later inherits them, and no
 * diagnostic report of Node's (`--report-uncaught-exception` in NODE_OPTIONS) has them.
 */
export function takeEnvironment(env: Record<string, string | undefined>): Environment {
  const copy = { ...env };
  for (const name of Object.keys(env)) if (own.test(name)) delete env[name];
  return copy;
}
