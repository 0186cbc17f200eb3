import packageJson from '../package.json' with { type: 'json' };

/** This tool's version, "0.1.0". */
export const toolVersion: string = packageJson.version;

declare const ROLLCALL_BUILD: string | undefined;

/** Another one for every change of the code (scripts/build.mjs); absent where the sources run as they are. */
export const buildId = typeof ROLLCALL_BUILD === 'string' ? ROLLCALL_BUILD : undefined;
