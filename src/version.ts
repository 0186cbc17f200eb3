import packageJson from '../package.json' with { type: 'json' };

/** This tool's version, "0.1.0". */
export const toolVersion: string = packageJson.version;

/** Where this tool was built from, as far as its build could tell (scripts/find-build.mjs). */
export interface Build {
  /** At GitHub, "OWNER/REPO". */
  readonly repository?: string;
  /** 40 hexadecimal digits. */
  readonly commit?: string;
  /** Files were not as the commit has them. */
  readonly isChanged: boolean;
}

/** The build puts it there; what runs without one, as tests do, has none. */
declare const BUILD_OF_ROLLCALL: Build | undefined;

export const toolBuild: Build =
  typeof BUILD_OF_ROLLCALL === 'undefined' ? { isChanged: false } : BUILD_OF_ROLLCALL;
