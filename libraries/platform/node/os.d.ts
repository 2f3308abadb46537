// The host: the same for every message of a process, whatever it is.

/** @eos env */
export function hostname(): string;
/** @eos env */
export function platform(): string;
/** @eos env */
export function arch(): string;
/** @eos env */
export function type(): string;
/** @eos env */
export function release(): string;
/** @eos env */
export function tmpdir(): string;
/** @eos env */
export function homedir(): string;
/** @eos env */
export function userInfo(options?: any): any;
/** @eos env */
export function cpus(): any[];
/** @eos env */
export function totalmem(): number;
/** @eos env */
export function networkInterfaces(): any;
/** @eos env */
export function availableParallelism(): number;
/** @eos unstable clock */
export function uptime(): number;
/** @eos unstable process */
export function freemem(): number;
/** @eos unstable process */
export function loadavg(): number[];
export const EOL: string;
export const constants: any;
