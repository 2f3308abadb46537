/** Which stub answers an import, as plain data. */
export interface Registration {
  /** What follows `from` in the source; `*` for what every file has without an import. */
  readonly specifier: string;
  /** The npm package, as a package.json spells it; empty for the platform. */
  readonly packageName: string;
  /** Major versions whose published typings have every member of the stub. For the platform: of Node.js. */
  readonly majors: readonly number[];
  /** Exports that the older of these majors do not have yet, with the first that does. */
  readonly since?: ReadonlyMap<string, number>;
  readonly role: 'kafka' | 'sink' | 'platform';
  /** Generators of code, as a schema of the workspace names them, whose output the stub stands for. */
  readonly generators?: readonly string[];
  /** The stub, relative to the package's folder. One file may answer several specifiers. */
  readonly file: string;
}
