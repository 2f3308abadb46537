import type { ClientOptions } from './client-options.ts';
import type { ClientProfile } from './client-profile.ts';

/** A stub declaration file that stands in for a library (see the `@eos` tags in docs/effect-model.md). */
export interface LibraryStub {
  /** The import specifier it answers, `pg` or `mysql2/promise`; `*` for the platform's globals. */
  readonly specifier: string;
  /** The npm package, as the user's package.json spells it; empty for the platform. */
  readonly packageName: string;
  /** `kafka` stubs are the seeds of the slice. */
  readonly role: 'kafka' | 'sink' | 'platform';
  /** Generators of code, as a schema of the workspace names them, whose output the stub stands for. */
  readonly generators?: readonly string[];
  /** A name that cannot collide with a file of the workspace. */
  readonly fileName: string;
  readonly text: string;
  /** For a Kafka library: how it behaves around a handler, in the newest release that is described. */
  readonly profile?: ClientProfile;
  /** The same for each major version that is described. */
  readonly profiles?: ReadonlyMap<number, ClientProfile>;
  /** For a Kafka library: where it takes its options. */
  readonly options?: ClientOptions;
}
