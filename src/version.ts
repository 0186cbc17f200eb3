import packageJson from '../package.json' with { type: 'json' };

/** This tool's version, "0.1.0". */
export const toolVersion: string = packageJson.version;

/** Where this tool was built from, as far as its build could tell (scripts/origin.mjs). */
export interface Origin {
  /** At GitHub, "OWNER/REPO". */
  readonly repository?: string;
  /** 40 hexadecimal digits. */
  readonly commit?: string;
  /** Files were not as the commit has them. */
  readonly isChanged: boolean;
}

/** The build puts it there; what runs without one, as tests do, has none. */
declare const ROLLCALL_ORIGIN: Origin | undefined;

export const toolOrigin: Origin =
  typeof ROLLCALL_ORIGIN === 'undefined' ? { isChanged: false } : ROLLCALL_ORIGIN;
