// node-cron 3 and 4: a run is started at its time, whether the one before has ended or not.

/** @eos overlaps 1 */
export function schedule(expression: string, task: any, options?: any): any;
export function validate(expression: string): boolean;
export function getTasks(): any;

declare const cron: { schedule: typeof schedule; validate: typeof validate; getTasks: typeof getTasks };
export default cron;
