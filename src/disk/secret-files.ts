import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** `ROLLCALL_PASSWORD_FILE` names a file with the value of `ROLLCALL_PASSWORD`: so for each of Rollcall's own variables. */
const named = /^(ROLLCALL_\w+)_FILE$/;

/**
 * The values that stand in files, as systemd (`LoadCredential=`) and container engines hand secrets over, by the variables that
 * they are for; without the end of the last line. Throws `UsageError` for a file that cannot be read or is empty, and where
 * a value is given in both ways.
 */
export function readSecretFiles(env: Environment): Readonly<Record<string, string>> {
  const found = Object.entries(env).flatMap(([variable, file]): [string, string][] => {
    const name = named.exec(variable)?.[1];
    return name === undefined || !file ? [] : [[name, readSecret({ name, variable, file }, env)]];
  });
  return Object.fromEntries(found);
}

interface SecretFile {
  readonly name: string;
  readonly variable: string;
  readonly file: string;
}

function readSecret({ name, variable, file }: SecretFile, env: Environment): string {
  if (env[name]) throw new UsageError(`Both ${name} and ${variable} are set: take one of them away.`);
  const text = readText(variable, file).replace(/\r?\n$/, '');
  if (text === '') throw new UsageError(`${variable}: ${file} is empty.`);
  return text;
}

function readText(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${variable}: ${file} cannot be read (${code}). It must be there, and whoever runs this must be allowed to read it.`,
    );
  }
}
