import packageJson from '../package.json' with { type: 'json' };

/** This tool's version, "0.1.0". */
export const toolVersion: string = packageJson.version;
